package io.headlesscrm.churn;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** How the score of a customer stands among those of its like. Immutable and thread-safe. */
public final class PeerComparison {

  private final ChurnScores scores;
  private final IntFunction<String> group;
  private final Map<String, double[]> sorted = new HashMap<>();

  private PeerComparison(ChurnScores scores, IntFunction<String> group) {
    this.scores = scores;
    this.group = group;
    Map<String, double[]> filled = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (int row = 0; row < scores.size(); row++) {
      sizes.merge(group.apply(row), 1, Integer::sum);
    }
    sizes.forEach((name, size) -> filled.put(name, new double[size]));
    for (int row = 0; row < scores.size(); row++) {
      int next = sizes.merge(group.apply(row), -1, Integer::sum);
      requireNonNull(filled.get(group.apply(row)))[next] = scores.churnProbability(row);
    }
    filled.values().forEach(Arrays::sort);
    sorted.putAll(filled);
  }

  /**
   * Compares with the customers of the same group.
   *
   * @param scores of a base
   * @param group of each row, such as a segment; the same for every call
   * @return the comparison
   */
  public static PeerComparison of(ChurnScores scores, IntFunction<String> group) {
    return new PeerComparison(scores, requireNonNull(group, "group"));
  }

  /**
   * Compares with all customers.
   *
   * @param scores of a base
   * @return the comparison
   */
  public static PeerComparison ofAll(ChurnScores scores) {
    return of(scores, row -> "");
  }

  /**
   * The part of the other customers of the group that have a lower score; those with an equal one count half.
   *
   * @param row 0 to size - 1
   * @return in [0, 1]; NaN for the only one of its group
   */
  public double lowerShare(int row) {
    double[] peers = peers(row);
    double score = scores.churnProbability(row);
    int below = countBelow(peers, score);
    int equal = countBelow(peers, Math.nextUp(score)) - below - 1;
    return (below + equal / 2.0) / (peers.length - 1);
  }

  /**
   * The comparison in words.
   *
   * @param row 0 to size - 1
   * @return how many peers there are and which part of them is less likely to leave; without peers that there are none
   */
  public Reason reason(int row) {
    int others = peers(row).length - 1;
    return others == 0
        ? Reason.of("churn.peers.none")
        : Reason.of("churn.peers").with("others", others).with("share", lowerShare(row));
  }

  private double[] peers(int row) {
    return requireNonNull(sorted.get(group.apply(row)));
  }

  private static int countBelow(double[] values, double bound) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
