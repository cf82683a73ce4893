/** What a migration script is written with. */
@NullMarked
package org.limbeck.migration;

import org.jspecify.annotations.NullMarked;
