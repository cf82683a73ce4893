/** Schema values. */
@NullMarked
package org.limbeck.schema;

import org.jspecify.annotations.NullMarked;
