package org.limbeck.hibernate.gallery;

enum Colour {
    RED,
    GREEN,
    BLUE
}
