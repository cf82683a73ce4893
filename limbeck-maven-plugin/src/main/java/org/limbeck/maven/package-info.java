/** The Maven plug-in: commands as goals, and the check of the graph in the build. */
@NullMarked
package org.limbeck.maven;

import org.jspecify.annotations.NullMarked;
