/** Tests of the Maven plug-in. */
@NullMarked
package org.limbeck.maven;

import org.jspecify.annotations.NullMarked;
