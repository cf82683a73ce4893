/** The command line. */
@NullMarked
package org.limbeck.cli;

import org.jspecify.annotations.NullMarked;
