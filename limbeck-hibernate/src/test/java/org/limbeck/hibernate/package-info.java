/** The model against what Hibernate itself creates. */
@NullMarked
package org.limbeck.hibernate;

import org.jspecify.annotations.NullMarked;
