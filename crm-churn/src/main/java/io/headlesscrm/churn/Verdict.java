package io.headlesscrm.churn;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.util.regex.Pattern;

/**
 * What a fit has to say about itself: a finding that a careful analyst would report beside the numbers.
 *
 * @param code stable, in capitals, such as {@code RIDGE}
 * @param severity how much it matters
 * @param reason the finding with its figures
 */
public record Verdict(String code, Severity severity, Reason reason) {

  static final String NOT_CONVERGED = "NOT_CONVERGED";

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*");

  public Verdict {
    requireNonNull(severity, "severity");
    requireNonNull(reason, "reason");
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "verdict code is \"" + code + "\", it must be capitals and underscores");
    }
  }

  /**
   * The verdict that a search did not end at an optimum, so that the model must not be used.
   *
   * @param gradientNorm the largest slope that is left
   * @param tolerance the largest that counts as none
   * @return a verdict of severity ERROR
   */
  public static Verdict notConverged(double gradientNorm, double tolerance) {
    Reason reason = Reason.of("churn.fit.notConverged")
        .with("gradient", gradientNorm)
        .with("tolerance", tolerance);
    return new Verdict(NOT_CONVERGED, Severity.ERROR, reason);
  }

  /** How much a verdict matters. */
  public enum Severity {
    /** Worth knowing. */
    INFO,
    /** The model can be used, but not for everything: the reason says for what. */
    WARNING,
    /** The model must not be used. */
    ERROR
  }

  /** Such as {@code WARNING RIDGE: ...}, in English. */
  @Override
  public String toString() {
    return severity + " " + code + ": " + reason;
  }
}
