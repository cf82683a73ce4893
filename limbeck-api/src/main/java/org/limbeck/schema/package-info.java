/** The nouns: immutable values that describe a schema. */
@NullMarked
package org.limbeck.schema;

import org.jspecify.annotations.NullMarked;
