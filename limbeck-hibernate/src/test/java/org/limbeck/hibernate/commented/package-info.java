/** Entities with comments, which Hibernate cannot create on SQLite. */
package org.limbeck.hibernate.commented;
