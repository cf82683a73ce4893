/** Errors as part of the product: a code, what happened, where, why, and what to do. */
@NullMarked
package org.limbeck.error;

import org.jspecify.annotations.NullMarked;
