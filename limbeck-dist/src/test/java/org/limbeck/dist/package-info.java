/** What is downloaded, unpacked and started as a user does. */
@NullMarked
package org.limbeck.dist;

import org.jspecify.annotations.NullMarked;
