/** A small application under test. */
@NullMarked
package org.limbeck.spring.shop;

import org.jspecify.annotations.NullMarked;
