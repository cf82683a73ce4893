/** A reader of TOML 1.1 that keeps the place of every key and value. */
@NullMarked
package org.limbeck.settings.toml;

import org.jspecify.annotations.NullMarked;
