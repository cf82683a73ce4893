/** What the database knows of its revisions: one row for each, and the events around them. */
@NullMarked
package org.limbeck.journal;

import org.jspecify.annotations.NullMarked;
