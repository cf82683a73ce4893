/** What the launcher runs once to have the classes of short commands recorded. */
@NullMarked
package org.limbeck.cli.training;

import org.jspecify.annotations.NullMarked;
