/** Tests of what all commands share. */
@NullMarked
package org.limbeck.cli.shell;

import org.jspecify.annotations.NullMarked;
