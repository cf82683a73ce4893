/** Tests of env files. */
@NullMarked
package org.limbeck.env;

import org.jspecify.annotations.NullMarked;
