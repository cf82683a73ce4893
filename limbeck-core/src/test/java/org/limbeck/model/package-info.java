/** Models as documents. */
@NullMarked
package org.limbeck.model;

import org.jspecify.annotations.NullMarked;
