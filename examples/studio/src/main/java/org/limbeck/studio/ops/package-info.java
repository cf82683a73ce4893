/** Entities of the database <em>ops</em>: prompt templates and their versions. */
@NullMarked
package org.limbeck.studio.ops;

import org.jspecify.annotations.NullMarked;
