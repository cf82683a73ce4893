/** Faults for crash tests: a data source whose process seems to die at a chosen statement. */
@NullMarked
package org.limbeck.testkit.fault;

import org.jspecify.annotations.NullMarked;
