/** Tests of a history of revisions: each up, down and up again, with rows in every table. */
@NullMarked
package org.limbeck.testkit.history;

import org.jspecify.annotations.NullMarked;
