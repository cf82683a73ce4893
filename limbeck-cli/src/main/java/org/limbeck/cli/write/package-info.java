/** Commands that write scripts. */
@NullMarked
package org.limbeck.cli.write;

import org.jspecify.annotations.NullMarked;
