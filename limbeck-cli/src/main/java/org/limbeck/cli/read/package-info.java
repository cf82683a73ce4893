/** Commands that look and change nothing. */
@NullMarked
package org.limbeck.cli.read;

import org.jspecify.annotations.NullMarked;
