/** What a revision means, apart from how it is written: the text behind checksums. */
@NullMarked
package org.limbeck.meaning;

import org.jspecify.annotations.NullMarked;
