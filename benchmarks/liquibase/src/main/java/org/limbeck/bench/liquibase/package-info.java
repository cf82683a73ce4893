/** Liquibase, called by its API. */
@NullMarked
package org.limbeck.bench.liquibase;

import org.jspecify.annotations.NullMarked;
