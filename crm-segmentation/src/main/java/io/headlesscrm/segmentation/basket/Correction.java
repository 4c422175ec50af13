package io.headlesscrm.segmentation.basket;

import java.util.Locale;
import java.util.stream.IntStream;

/** How p-values are corrected for the number of rules: among ten thousand, five hundred are below 5 % by chance. */
public enum Correction {
  /** Not at all. */
  NONE,
  /** Times the number of rules: no false rule with the stated certainty. */
  BONFERRONI,
  /** Step down: the same certainty, less loss. The default. Source: S. Holm, 1979. */
  HOLM,
  /** Step up: at most the stated share of the rules is false. Source: Y. Benjamini and Y. Hochberg, 1995. */
  BENJAMINI_HOCHBERG;

  /**
   * The correction of that name.
   *
   * @param name none, bonferroni, holm or benjamini-hochberg, in any case
   * @return the correction
   * @throws IllegalArgumentException for another name
   */
  public static Correction parse(String name) {
    for (Correction correction : values()) {
      if (correction.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return correction;
      }
    }
    throw new IllegalArgumentException(
        "correction is \"" + name + "\", it must be none, bonferroni, holm or benjamini-hochberg");
  }

  /**
   * Corrects p-values.
   *
   * @param pValues each in [0, 1]
   * @return in the same order, each in [0, 1] and not below the given one
   */
  public double[] adjust(double[] pValues) {
    int n = pValues.length;
    int[] order = IntStream.range(0, n)
        .boxed()
        .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] adjusted = pValues.clone();
    switch (this) {
      case NONE -> {}
      case BONFERRONI -> {
        for (int i = 0; i < n; i++) {
          adjusted[i] = Math.min(1, n * pValues[i]);
        }
      }
      case HOLM -> {
        double largest = 0;
        for (int rank = 0; rank < n; rank++) {
          largest = Math.max(largest, Math.min(1, (n - rank) * pValues[order[rank]]));
          adjusted[order[rank]] = largest;
        }
      }
      case BENJAMINI_HOCHBERG -> {
        double smallest = 1;
        for (int rank = n - 1; rank >= 0; rank--) {
          smallest = Math.min(smallest, pValues[order[rank]] * n / (rank + 1));
          adjusted[order[rank]] = smallest;
        }
      }
    }
    return adjusted;
  }

  /** The name that {@link #parse} reads, such as {@code benjamini-hochberg}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
