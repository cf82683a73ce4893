/** Comparison of schemas on real databases. */
@NullMarked
package org.limbeck.compare;

import org.jspecify.annotations.NullMarked;
