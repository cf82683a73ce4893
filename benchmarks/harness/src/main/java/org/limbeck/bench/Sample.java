package org.limbeck.bench;

/**
 * What the operating system says about one whole process and its children.
 *
 * @param wall seconds from start to end
 * @param cpu seconds of user and system together
 * @param peak the most memory that was resident, in megabytes; 0 if it is not known
 * @param output what it printed
 */
record Sample(double wall, double cpu, double peak, String output) {}
