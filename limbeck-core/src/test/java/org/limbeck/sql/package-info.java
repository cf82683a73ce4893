/** Tests of reading SQL. */
@NullMarked
package org.limbeck.sql;

import org.jspecify.annotations.NullMarked;
