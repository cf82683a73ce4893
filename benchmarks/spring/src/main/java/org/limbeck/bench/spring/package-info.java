/** A small application with Spring Boot and JDBC. */
@NullMarked
package org.limbeck.bench.spring;

import org.jspecify.annotations.NullMarked;
