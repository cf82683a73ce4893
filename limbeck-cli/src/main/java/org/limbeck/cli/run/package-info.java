/** Commands that change a database. */
@NullMarked
package org.limbeck.cli.run;

import org.jspecify.annotations.NullMarked;
