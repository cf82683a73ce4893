/** Tests of the settings. */
@NullMarked
package org.limbeck.settings;

import org.jspecify.annotations.NullMarked;
