package io.headlesscrm.examples.analyse.report;

/**
 * A remark on how far a fitted model can be trusted.
 *
 * @param code such as {@code DROPOUT_NOT_IDENTIFIED}; a known code is explained in plain words
 * @param severity how much it matters
 * @param message what the fit itself says, with its figures; shown beside the plain words
 */
public record FitVerdict(String code, Severity severity, String message) {

  /** How much a verdict matters. */
  public enum Severity {
    /** Good to know. */
    NOTE,
    /** The figures are to be read with care. */
    CAUTION,
    /** The figures are not to be relied on. */
    WARNING
  }
}
