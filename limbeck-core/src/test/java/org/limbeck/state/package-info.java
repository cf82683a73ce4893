/** Tests of the state before a step. */
@NullMarked
package org.limbeck.state;

import org.jspecify.annotations.NullMarked;
