/** What a revision will do on one dialect: its operations, numbered, with choices by dialect made. */
@NullMarked
package org.limbeck.plan;

import org.jspecify.annotations.NullMarked;
