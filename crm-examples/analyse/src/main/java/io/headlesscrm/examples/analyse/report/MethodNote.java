package io.headlesscrm.examples.analyse.report;

/**
 * How something was computed.
 *
 * @param term what it is about, such as {@code Churn model}
 * @param text method, parameters, window and version, in a sentence
 */
public record MethodNote(String term, String text) {}
