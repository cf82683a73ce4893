/** Scripts as text: drafts of Java and SQL scripts from operations. */
@NullMarked
package org.limbeck.write;

import org.jspecify.annotations.NullMarked;
