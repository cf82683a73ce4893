/** The benchmarks: cases, contestants, measuring of whole processes, the table. */
@NullMarked
package org.limbeck.bench;

import org.jspecify.annotations.NullMarked;
