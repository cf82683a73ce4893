/** Adding to a database without a history what a model has more: the guarded form of what tools do without one. */
@NullMarked
package org.limbeck.sync;

import org.jspecify.annotations.NullMarked;
