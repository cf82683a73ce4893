/** Tests of projects: making one, showing its settings, the example. */
@NullMarked
package org.limbeck.cli.project;

import org.jspecify.annotations.NullMarked;
