/** What happens inside a process, measured by JMH. */
@NullMarked
package org.limbeck.bench.jmh;

import org.jspecify.annotations.NullMarked;
