/** The actuator endpoint {@code limbeck}. */
@NullMarked
package org.limbeck.spring.endpoint;

import org.jspecify.annotations.NullMarked;
