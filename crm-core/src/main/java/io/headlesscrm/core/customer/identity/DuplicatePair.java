package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.Comparator;
import java.util.List;

/**
 * Two records that may be one customer.
 *
 * @param first the lower id
 * @param second the higher id
 * @param score the probability that they are one, in [0, 1]
 * @param verdict what the thresholds make of the score
 * @param reasons what speaks for and against, the weightiest first
 */
public record DuplicatePair(
    CustomerId first, CustomerId second, double score, Verdict verdict, List<Reason> reasons) {

  /** The likeliest first, then by ids. */
  static final Comparator<DuplicatePair> LIKELIEST_FIRST = Comparator.comparingDouble(
          DuplicatePair::score)
      .reversed()
      .thenComparing(DuplicatePair::first)
      .thenComparing(DuplicatePair::second);

  public DuplicatePair {
    requireNonNull(verdict, "verdict");
    reasons = List.copyOf(reasons);
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException("the pair is " + first + " and " + second
          + ", the lower id must come first. Maybe a record was compared with itself?");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "score is " + score + ", it must be in [0, 1]. Maybe it is a sum of weights?");
    }
  }

  /**
   * The one of the two that is not this one.
   *
   * @param one one of the two
   * @return the other one
   */
  public CustomerId other(CustomerId one) {
    if (!one.equals(first) && !one.equals(second)) {
      throw new IllegalArgumentException("customer is " + one + ", it must be " + first + " or "
          + second + ". Maybe the pair is of another search?");
    }
    return one.equals(first) ? second : first;
  }
}
