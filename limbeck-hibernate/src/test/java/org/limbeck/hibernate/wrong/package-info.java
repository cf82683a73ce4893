/** Mappings that cannot be a model. */
package org.limbeck.hibernate.wrong;
