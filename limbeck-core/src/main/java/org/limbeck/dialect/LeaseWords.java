package org.limbeck.dialect;

import java.util.function.UnaryOperator;

/**
 * What a database says differently about a lease. Immutable.
 *
 * @param identifier a name as it stands in SQL
 * @param nowMillis an expression for the server's clock, in whole milliseconds since 1970 UTC
 * @param guardEnd words that make the guard's SELECT lock the row until the end of the transaction, such as
 *     {@code " FOR UPDATE"}: then nobody takes the lease over between a journal write and its commit; empty where a
 *     statement commits by itself or the database has no such words
 */
public record LeaseWords(UnaryOperator<String> identifier, String nowMillis, String guardEnd) {}
