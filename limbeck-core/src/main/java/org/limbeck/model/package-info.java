/** The schema that an application wants: where it is described, and how it is read. */
@NullMarked
package org.limbeck.model;

import org.jspecify.annotations.NullMarked;
