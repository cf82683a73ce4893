/** The command that takes over what another tool began. */
@NullMarked
package org.limbeck.cli.adopt;

import org.jspecify.annotations.NullMarked;
