/** The annotation processor: checks revisions while they are compiled, and writes the index of scripts. */
@NullMarked
package org.limbeck.processor;

import org.jspecify.annotations.NullMarked;
