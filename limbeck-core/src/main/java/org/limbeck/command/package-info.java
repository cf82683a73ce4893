/** What the commands do: one class for each, over an open database and a folder of scripts. */
@NullMarked
package org.limbeck.command;

import org.jspecify.annotations.NullMarked;
