/** Models that databases read. */
@NullMarked
package org.limbeck.model;

import org.jspecify.annotations.NullMarked;
