/** Flyway, called by its API. */
@NullMarked
package org.limbeck.bench.flyway;

import org.jspecify.annotations.NullMarked;
