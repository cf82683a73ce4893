/** Runs steps: renders, executes, journals, and goes on exactly where something stopped. */
@NullMarked
package org.limbeck.run;

import org.jspecify.annotations.NullMarked;
