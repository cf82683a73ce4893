package org.limbeck.hibernate.wrong;

import jakarta.persistence.Entity;

@Entity
class KeyLess {
    String name;
}
