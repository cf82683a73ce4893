/** The schema that a history makes, without a database. */
@NullMarked
package org.limbeck.replay;

import org.jspecify.annotations.NullMarked;
