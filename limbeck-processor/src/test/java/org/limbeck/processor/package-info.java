/** Tests of the annotation processor with the real compiler. */
@NullMarked
package org.limbeck.processor;

import org.jspecify.annotations.NullMarked;
