/** Tests of the terminal layer. */
@NullMarked
package org.limbeck.cli.terminal;

import org.jspecify.annotations.NullMarked;
