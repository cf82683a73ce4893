/** Histories of other tools, read and carried over into a history of Limbeck. Readers are pure; nothing is written here. */
@NullMarked
package org.limbeck.adopt;

import org.jspecify.annotations.NullMarked;
