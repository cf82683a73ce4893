/** Drafts of revisions from the difference between a model and a database. */
@NullMarked
package org.limbeck.autogenerate;

import org.jspecify.annotations.NullMarked;
