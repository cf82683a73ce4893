/** Small JSON values: what the journal keeps and what programs read. */
@NullMarked
package org.limbeck.json;

import org.jspecify.annotations.NullMarked;
