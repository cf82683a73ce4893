/** Tests of the commands. */
@NullMarked
package org.limbeck.env.cli;

import org.jspecify.annotations.NullMarked;
