/** Real databases for tests: started when first asked for, shared, and stopped when nobody uses them. */
@NullMarked
package org.limbeck.testkit.server;

import org.jspecify.annotations.NullMarked;
