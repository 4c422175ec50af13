package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import java.time.LocalDate;
import java.util.List;

/** Rules that find what cannot be true. */
public final class AccuracyRules {

  private static final String BAD_CHECK_DIGIT = "customer.bad-check-digit";

  private AccuracyRules() {}

  /**
   * {@code check-digits}: the numbers of registers of which the check digits say that a character was mistaken. Of a number
   * that has not even the form of one, the form is complained of.
   *
   * @return looks at every number
   */
  public static QualityRule checkDigits() {
    return QualityRule.of("check-digits", Dimension.ACCURACY, AccuracyRules::checkDigits);
  }

  private static Inspected checkDigits(Customer customer, LocalDate day) {
    List<Reason> problems = customer.externalIds().stream()
        .flatMap(number -> number.findProblem().stream())
        .filter(AccuracyRules::isCheckDigit)
        .toList();
    return new Inspected(customer.externalIds().size(), problems);
  }

  static boolean isCheckDigit(Reason problem) {
    return problem.key().equals(BAD_CHECK_DIGIT);
  }
}
