/** Runs the samples of a chapter of the manual, so that what the manual shows is what happens. */
@NullMarked
package org.limbeck.testkit.manual;

import org.jspecify.annotations.NullMarked;
