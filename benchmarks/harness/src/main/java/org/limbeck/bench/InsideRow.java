package org.limbeck.bench;

/**
 * What JMH says of something inside a process.
 *
 * @param name what was measured
 * @param setting its parameters
 * @param micros the mean of one call, in microseconds
 * @param error half of the interval in which the mean is, with 99.9 % confidence
 * @param calls how many measurements there were
 */
record InsideRow(String name, String setting, double micros, double error, int calls) {}
