/** The command line of {@code limbeck env}: arguments in, text or JSON and an exit code out. */
@NullMarked
package org.limbeck.env.cli;

import org.jspecify.annotations.NullMarked;
