/** Reading SQL text: tokens, statements and directives, in the syntax that a dialect describes. */
@NullMarked
package org.limbeck.sql;

import org.jspecify.annotations.NullMarked;
