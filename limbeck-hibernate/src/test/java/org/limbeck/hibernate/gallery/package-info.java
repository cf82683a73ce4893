/** Entities of many kinds, for which Hibernate creates tables. */
package org.limbeck.hibernate.gallery;
