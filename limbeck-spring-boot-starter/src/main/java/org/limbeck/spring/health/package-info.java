/** Whether the databases are in order, as health indicators of Spring Boot 3.5 and 4. */
@NullMarked
package org.limbeck.spring.health;

import org.jspecify.annotations.NullMarked;
