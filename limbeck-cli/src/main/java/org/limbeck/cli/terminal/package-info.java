/** What a person sees: lines, colours, columns, progress. */
@NullMarked
package org.limbeck.cli.terminal;

import org.jspecify.annotations.NullMarked;
