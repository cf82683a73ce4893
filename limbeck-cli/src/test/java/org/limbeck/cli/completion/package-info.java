/** Tests of completion scripts. */
@NullMarked
package org.limbeck.cli.completion;

import org.jspecify.annotations.NullMarked;
