/** Settings as values, wherever they were read from. */
@NullMarked
package org.limbeck.config;

import org.jspecify.annotations.NullMarked;
