@NullMarked
package org.limbeck.cli.training;

import org.jspecify.annotations.NullMarked;
