/** The command that adds to a database without a history what its model has more. */
@NullMarked
package org.limbeck.cli.sync;

import org.jspecify.annotations.NullMarked;
