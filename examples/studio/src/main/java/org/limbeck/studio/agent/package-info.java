/** Entities of the database <em>agent</em>: agents, workflows, knowledge bases, executions, invoices. */
@NullMarked
package org.limbeck.studio.agent;

import org.jspecify.annotations.NullMarked;
