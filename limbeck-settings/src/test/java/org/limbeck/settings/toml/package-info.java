/** Tests of the reader of TOML. */
@NullMarked
package org.limbeck.settings.toml;

import org.jspecify.annotations.NullMarked;
