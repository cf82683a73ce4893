/** Tests of finding, reading and compiling scripts. */
@NullMarked
package org.limbeck.load;

import org.jspecify.annotations.NullMarked;
