/** The class path of the application whose model is read, and a loader that keeps its libraries apart from ours. */
@NullMarked
package org.limbeck.project;

import org.jspecify.annotations.NullMarked;
