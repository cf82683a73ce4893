/** How the test build starts and shares database servers, and what it says about those it cannot have. */
@NullMarked
package org.limbeck.testkit.server.internal;

import org.jspecify.annotations.NullMarked;
