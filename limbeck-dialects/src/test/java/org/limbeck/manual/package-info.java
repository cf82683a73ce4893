/** The chapters of the manual, executed. */
@NullMarked
package org.limbeck.manual;

import org.jspecify.annotations.NullMarked;
