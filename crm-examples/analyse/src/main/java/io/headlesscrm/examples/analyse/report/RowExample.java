package io.headlesscrm.examples.analyse.report;

/**
 * A row that was left out.
 *
 * @param line line in the file, from 1
 * @param column name of the column at fault, empty where it is the whole row
 * @param value what stands there, as it stands there
 */
public record RowExample(long line, String column, String value) {}
