/** Tests of the command line, from its words to what it prints. */
@NullMarked
package org.limbeck.cli;

import org.jspecify.annotations.NullMarked;
