/** What differs between two schemas, and the operations that make one of the other; pure. */
@NullMarked
package org.limbeck.compare;

import org.jspecify.annotations.NullMarked;
