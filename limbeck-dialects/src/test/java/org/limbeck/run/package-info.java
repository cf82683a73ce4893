/** Whole runs on real databases. */
@NullMarked
package org.limbeck.run;

import org.jspecify.annotations.NullMarked;
