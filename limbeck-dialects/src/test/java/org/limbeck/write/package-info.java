/** Tests of writing SQL scripts for each kind of database. */
@NullMarked
package org.limbeck.write;

import org.jspecify.annotations.NullMarked;
