/** Tests of the lease lock on the databases that need it and on those that may use it. */
@NullMarked
package org.limbeck.lock;

import org.jspecify.annotations.NullMarked;
