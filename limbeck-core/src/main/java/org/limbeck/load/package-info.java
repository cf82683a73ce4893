/** Scripts: finding them, reading their headers without compiling, reading SQL, compiling Java. */
@NullMarked
package org.limbeck.load;

import org.jspecify.annotations.NullMarked;
