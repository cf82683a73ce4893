/** The revision graph: which revisions there are, what a target means, and what runs in which order. Pure. */
@NullMarked
package org.limbeck.graph;

import org.jspecify.annotations.NullMarked;
