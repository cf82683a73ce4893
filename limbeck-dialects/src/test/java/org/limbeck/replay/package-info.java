/** Histories replayed without a database, held against databases. */
@NullMarked
package org.limbeck.replay;

import org.jspecify.annotations.NullMarked;
