package io.headlesscrm.core.customer.development;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Medians of the lengths of stays. */
final class Medians {

  /** The products of fractions that make up one half come out a little beside it. */
  private static final double HALF = 0.5 + 1e-12;

  private Medians() {}

  static OptionalDouble ofEnded(List<Stay> stays, Instant asOf) {
    double[] days = stays.stream().mapToDouble(stay -> stay.days(asOf)).sorted().toArray();
    return days.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((days[days.length / 2] + days[(days.length - 1) / 2]) / 2);
  }

  /**
   * The smallest length that no more than half of the stays outlast. At equal lengths an end comes before a censoring.
   *
   * <p>Source: Kaplan and Meier (1958), Nonparametric Estimation from Incomplete Observations, Journal of the American
   * Statistical Association 53: S(t) is the product of (1 - 1 / at risk) over the ends up to t.
   */
  static OptionalDouble censored(List<Stay> stays, Instant asOf) {
    long[] byLength = stays.stream().mapToLong(stay -> key(stay, asOf)).sorted().toArray();
    double surviving = 1;
    for (int i = 0; i < byLength.length; i++) {
      if (isEnded(byLength[i])) {
        surviving *= 1 - 1.0 / (byLength.length - i);
        if (surviving <= HALF) {
          return OptionalDouble.of(Stay.days(byLength[i] >> 1));
        }
      }
    }
    return OptionalDouble.empty();
  }

  /** The length, and in the last bit whether it is open: as numbers compare, so do lengths, and ends before censorings. */
  private static long key(Stay stay, Instant asOf) {
    return stay.seconds(asOf) << 1 | (stay.until() == null ? 1 : 0);
  }

  private static boolean isEnded(long key) {
    return (key & 1) == 0;
  }
}
