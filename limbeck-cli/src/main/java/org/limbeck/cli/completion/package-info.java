/** Completion of words in shells. */
@NullMarked
package org.limbeck.cli.completion;

import org.jspecify.annotations.NullMarked;
