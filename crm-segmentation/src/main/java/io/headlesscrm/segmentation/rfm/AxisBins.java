package io.headlesscrm.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.util.List;

/**
 * How an axis was cut. Score s is earned by those who reach the threshold of s and not that of s + 1; score 1 by all
 * others. A new value between two known ones has the lower score: the higher one is earned by reaching what its worst
 * member has.
 *
 * @param axis what is scored
 * @param binning the name of the {@link Binning}, or {@code own} for thresholds that the host gave
 * @param thresholds of the scores 2 to the number of bins, never descending; none when there was no customer to cut by,
 *     then every score is 1
 * @param sizes customers of the fit with each score, 1 first; as many as bins were requested
 * @param ties values that lie on a cut, the worst first; none for thresholds of the host
 */
public record AxisBins(
    Axis axis, String binning, List<Threshold> thresholds, List<Integer> sizes, List<Tie> ties) {

  /** The name of thresholds that the host gave. */
  static final String OWN = "own";

  public AxisBins {
    requireNonNull(axis, "axis");
    requireNonNull(binning, "binning");
    thresholds = List.copyOf(thresholds);
    sizes = List.copyOf(sizes);
    ties = List.copyOf(ties);
    if (!thresholds.isEmpty() && thresholds.size() != sizes.size() - 1) {
      throw new IllegalArgumentException(axis + " has " + thresholds.size() + " thresholds and "
          + sizes.size() + " sizes, there must be one threshold less. Maybe one got lost?");
    }
    for (int i = 1; i < thresholds.size(); i++) {
      if (!thresholds.get(i - 1).isAtMost(thresholds.get(i), axis)) {
        throw new IllegalArgumentException(axis + " threshold of score " + (i + 2) + " is "
            + thresholds.get(i).value() + " after " + thresholds.get(i - 1).value()
            + ", a higher score must not ask for less. Maybe the order is reversed?");
      }
    }
  }

  /**
   * How many bins were asked for.
   *
   * @return the highest possible score
   */
  public int requested() {
    return sizes.size();
  }

  /**
   * How many bins have customers. Fewer than requested when many customers are equal, or few in number.
   *
   * @return 0 to {@link #requested()}
   */
  public int effective() {
    return (int) sizes.stream().filter(size -> size > 0).count();
  }

  /**
   * How many customers of the fit have a score.
   *
   * @param score 1 to {@link #requested()}
   * @return at least 0
   */
  public int size(int score) {
    return sizes.get(score - 1);
  }

  /**
   * The score of a value. Allocates nothing.
   *
   * @param value days, purchases or minor units
   * @param customer who has it; matters only where equal values were split by id
   * @return 1 (worst) to {@link #requested()} (best)
   */
  public int score(long value, CustomerId customer) {
    int score = 1;
    while (score <= thresholds.size()
        && thresholds.get(score - 1).isReachedBy(axis, value, customer)) {
      score++;
    }
    return score;
  }
}
