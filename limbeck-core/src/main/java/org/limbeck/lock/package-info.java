/** Locks that any database can hold: a lease in a table. */
@NullMarked
package org.limbeck.lock;

import org.jspecify.annotations.NullMarked;
