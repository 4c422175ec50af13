package io.headlesscrm.segmentation.abc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How unevenly a value is spread over n customers or items, none of them negative. Sums are exact; every figure is NaN
 * when there is no value at all. Immutable and thread-safe.
 */
public final class Concentration {

  /** Entry i is what the i best ones bring together. */
  private final long[] cumulated;

  private final int size;
  private final long total;

  Concentration(long[] cumulated) {
    this.cumulated = cumulated;
    this.size = cumulated.length - 1;
    this.total = cumulated[size];
  }

  /**
   * How many customers or items count.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }

  /**
   * The Gini coefficient, sum((2i - n - 1) x_i) / (n sum x) with x ascending.
   *
   * <p>Source: C. Gini, Variabilit&agrave; e mutabilit&agrave;, 1912; no correction for small n.
   *
   * @return 0 (all equal) to (n - 1) / n (one has everything)
   */
  public double gini() {
    Sum128 sum = new Sum128();
    for (int best = 1; best <= size; best++) {
      sum.addProduct(size + 1L - 2L * best, value(best));
    }
    return sum.toDouble() / size / total;
  }

  /**
   * The Hoover index: the share of the value that would have to move for all to be equal.
   *
   * @return 0 (all equal) to (n - 1) / n (one has everything)
   */
  public double hoover() {
    int above = 0;
    while (above < size && value(above + 1) > total / size) {
      above++;
    }
    return (double) cumulated[above] / total - (double) above / size;
  }

  /**
   * The Herfindahl-Hirschman index: the sum of the squares of all shares.
   *
   * @return 1/n (all equal) to 1 (one has everything)
   */
  public double hhi() {
    Sum128 sum = new Sum128();
    for (int best = 1; best <= size; best++) {
      sum.addProduct(value(best), value(best));
    }
    return sum.toDouble() / total / total;
  }

  /**
   * What the best ones bring.
   *
   * @param shareOfSize of the customers or items, in [0, 1]; their number is rounded down
   * @return their share of the value, in [0, 1]
   */
  public double topShare(double shareOfSize) {
    if (!(shareOfSize >= 0 && shareOfSize <= 1)) {
      throw new IllegalArgumentException(
          "share is " + shareOfSize + ", it must be in [0, 1]. Maybe 0.2 is what you want?");
    }
    int best = BigDecimal.valueOf(shareOfSize)
        .multiply(BigDecimal.valueOf(size))
        .setScale(0, RoundingMode.DOWN)
        .intValueExact();
    return (double) cumulated[best] / total;
  }

  /**
   * Points of the Lorenz curve, for a chart.
   *
   * @param steps into which the curve is cut, at least 1
   * @return steps + 1 points on the curve, from (0, 0) to (1, 1); fewer when there are fewer customers or items
   */
  public List<LorenzPoint> lorenz(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", it must be at least 1");
    }
    return IntStream.rangeClosed(0, steps)
        .map(step -> (int) ((long) step * size / steps))
        .distinct()
        .mapToObj(this::lorenzPoint)
        .toList();
  }

  private LorenzPoint lorenzPoint(int least) {
    return new LorenzPoint(
        (double) least / size, (double) (total - cumulated[size - least]) / total);
  }

  private long value(int rank) {
    return cumulated[rank] - cumulated[rank - 1];
  }

  /** Such as {@code Gini 0.715 over 4338}. */
  @Override
  public String toString() {
    return "Gini " + gini() + " over " + size;
  }
}
