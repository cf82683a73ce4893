/** What all commands share: words and options, databases, errors, exit codes. */
@NullMarked
package org.limbeck.cli.shell;

import org.jspecify.annotations.NullMarked;
