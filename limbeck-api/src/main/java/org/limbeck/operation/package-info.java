/** The verbs: immutable records of what a revision does. They know what they mean, and nothing of SQL. */
@NullMarked
package org.limbeck.operation;

import org.jspecify.annotations.NullMarked;
