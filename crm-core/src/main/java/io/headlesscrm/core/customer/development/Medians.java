package io.headlesscrm.core.customer.development;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
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
    Stay[] byLength = stays.toArray(Stay[]::new);
    Arrays.sort(
        byLength,
        Comparator.comparingDouble((Stay stay) -> stay.days(asOf))
            .thenComparing(stay -> stay.until() == null));
    double surviving = 1;
    for (int i = 0; i < byLength.length; i++) {
      if (byLength[i].until() != null) {
        surviving *= 1 - 1.0 / (byLength.length - i);
        if (surviving <= HALF) {
          return OptionalDouble.of(byLength[i].days(asOf));
        }
      }
    }
    return OptionalDouble.empty();
  }
}
