/** The rules that keep the whole of Limbeck simple, checked over all modules. */
@NullMarked
package org.limbeck.structure;

import org.jspecify.annotations.NullMarked;
