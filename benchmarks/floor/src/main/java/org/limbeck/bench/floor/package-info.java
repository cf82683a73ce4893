/** The floor: plain JDBC that does the same work, as short as it can be written. */
@NullMarked
package org.limbeck.bench.floor;

import org.jspecify.annotations.NullMarked;
