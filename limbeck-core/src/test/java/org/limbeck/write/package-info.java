/** Tests of finding, reading and compiling scripts. */
@NullMarked
package org.limbeck.write;

import org.jspecify.annotations.NullMarked;
