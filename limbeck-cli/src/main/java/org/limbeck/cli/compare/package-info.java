/** Commands that compare schemas: what a model, a history and a database have in common and what not. */
@NullMarked
package org.limbeck.cli.compare;

import org.jspecify.annotations.NullMarked;
