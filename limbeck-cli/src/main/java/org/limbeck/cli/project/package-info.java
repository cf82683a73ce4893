/** Commands about a project: making one, showing its settings. */
@NullMarked
package org.limbeck.cli.project;

import org.jspecify.annotations.NullMarked;
