/** From settings to an open database with its dialect. */
@NullMarked
package org.limbeck.connect;

import org.jspecify.annotations.NullMarked;
