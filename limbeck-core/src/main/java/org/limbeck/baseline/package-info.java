/** Where a database stands by its schema: compared with what its history makes at each revision. */
@NullMarked
package org.limbeck.baseline;

import org.jspecify.annotations.NullMarked;
