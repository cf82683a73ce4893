/** What a database's dialect answers: small questions, in the same few types for each database. */
@NullMarked
package org.limbeck.dialect;

import org.jspecify.annotations.NullMarked;
