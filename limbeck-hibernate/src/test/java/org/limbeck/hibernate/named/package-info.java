/** Entities with enum types that have names of their own (PostgreSQL). */
package org.limbeck.hibernate.named;
