/** Tests of finding, reading and compiling scripts. */
@NullMarked
package org.limbeck.journal;

import org.jspecify.annotations.NullMarked;
