/** Reads {@code limbeck.toml} and the environment into settings. */
@NullMarked
package org.limbeck.settings;

import org.jspecify.annotations.NullMarked;
