/** Applications with Spring Boot; the same tests run on 3.5 and on 4. */
@NullMarked
package org.limbeck.spring;

import org.jspecify.annotations.NullMarked;
