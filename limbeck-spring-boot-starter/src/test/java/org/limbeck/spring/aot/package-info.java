/** Tests of what a native image must know. */
@NullMarked
package org.limbeck.spring.aot;

import org.jspecify.annotations.NullMarked;
