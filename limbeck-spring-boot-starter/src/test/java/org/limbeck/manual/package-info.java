/** The chapters on applications, executed. */
@NullMarked
package org.limbeck.manual;

import org.jspecify.annotations.NullMarked;
