/** Env files ({@code .env}): reading, merging with the template of a new release, safe writing, backups. */
@NullMarked
package org.limbeck.env;

import org.jspecify.annotations.NullMarked;
