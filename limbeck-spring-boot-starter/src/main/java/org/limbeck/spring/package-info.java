/** Limbeck in applications with Spring Boot 3.5 and 4. */
@NullMarked
package org.limbeck.spring;

import org.jspecify.annotations.NullMarked;
