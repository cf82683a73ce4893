/** The dialects that come with Limbeck. */
@NullMarked
package org.limbeck.dialects;

import org.jspecify.annotations.NullMarked;
