/** What a data step works with. */
@NullMarked
package org.limbeck.data;

import org.jspecify.annotations.NullMarked;
