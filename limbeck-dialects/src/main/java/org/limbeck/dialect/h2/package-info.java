/** H2, from version 2.2 on, embedded or as a server, in every compatibility mode. */
@NullMarked
package org.limbeck.dialect.h2;

import org.jspecify.annotations.NullMarked;
