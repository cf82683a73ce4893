/** What an application does about its databases when it starts. */
@NullMarked
package org.limbeck.start;

import org.jspecify.annotations.NullMarked;
