/** The schema before a step: replayed in memory, or read from the live database when asked. */
@NullMarked
package org.limbeck.state;

import org.jspecify.annotations.NullMarked;
