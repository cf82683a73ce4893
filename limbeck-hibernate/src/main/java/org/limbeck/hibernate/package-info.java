/** The wanted schema from JPA and Hibernate mappings, read without a database. */
@NullMarked
package org.limbeck.hibernate;

import org.jspecify.annotations.NullMarked;
