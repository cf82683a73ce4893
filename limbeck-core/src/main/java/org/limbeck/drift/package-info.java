/** What was changed in a database beside its history. */
@NullMarked
package org.limbeck.drift;

import org.jspecify.annotations.NullMarked;
