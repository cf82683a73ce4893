/** Tests of settings as values. */
@NullMarked
package org.limbeck.config;

import org.jspecify.annotations.NullMarked;
