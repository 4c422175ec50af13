package io.headlesscrm.churn.watch;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.util.Locale;

/**
 * What one sign says about a period.
 *
 * @param sign which one
 * @param observed what was seen, over all customers; the likelihood and the log-loss are means per customer
 * @param expected what the model expected of itself, or after a reference period, of both together
 * @param deviations by how many standard deviations the observed is above the expected
 * @param pValue two-sided, in [0, 1]: how often chance alone deviates as much
 * @param isAlarm whether that is below the level of the sign
 */
public record Finding(
    Sign sign,
    double observed,
    double expected,
    double deviations,
    double pValue,
    boolean isAlarm) {

  /** What is looked at. */
  public enum Sign {
    /** Purchase days of all customers. */
    PURCHASES("purchases"),
    /** Customers without a purchase. */
    SILENT_CUSTOMERS("silentCustomers"),
    /** The mean logarithm of the probability of each customer's number of purchase days. */
    LIKELIHOOD("likelihood"),
    /** The mean logarithm of the probability of what happened, purchase or silence, with the sign turned. */
    LOG_LOSS("logLoss");

    private final String key;

    Sign(String key) {
      this.key = key;
    }
  }

  public Finding {
    requireNonNull(sign, "sign");
  }

  /**
   * The finding in words.
   *
   * @return with the figures
   */
  public Reason reason() {
    return Reason.of("churn.watch." + sign.key)
        .with("observed", observed)
        .with("expected", expected)
        .with("deviations", deviations);
  }

  /** Such as {@code ALARM PURCHASES: ...}, in English. */
  @Override
  public String toString() {
    return (isAlarm ? "ALARM " : "") + sign + ": " + reason().text(Locale.ENGLISH);
  }
}
