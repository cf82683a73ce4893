/** Tests of {@code @MigrationTest}: good histories, and histories broken on purpose. */
@NullMarked
package org.limbeck.stairway;

import org.jspecify.annotations.NullMarked;
