package io.headlesscrm.segmentation.stability;

import io.headlesscrm.core.internal.math.ChiSquare;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The population stability index, sum((q - p) ln(q / p)) over the shares p before and q after, and how likely so large a
 * value is by chance: for two independent samples of n and m customers psi / (1/n + 1/m) follows a chi-square
 * distribution. Two dates share most of their customers, for whom that test is too easily satisfied: a small p-value
 * tells a shift, a large one does not prove that there is none.
 *
 * <p>Source: B. Yurdakul and J. Naranjo, Statistical properties of the population stability index, Journal of Risk Model
 * Validation 14(4), 2020, doi:10.21314/JRMV.2020.227.
 *
 * @param psi at least 0; 0 when nothing shifted; NaN when one of the two has no customers
 * @param smoothing what was added to each size, 0 when no segment was empty on one side only
 * @param degreesOfFreedom segments that have customers on either side, less one
 * @param pValue in [0, 1]; NaN with fewer than two such segments
 */
public record PopulationStability(
    double psi, double smoothing, int degreesOfFreedom, double pValue) {

  /** Half a customer: the usual correction for empty cells. */
  private static final double HALF = 0.5;

  /**
   * The index of two distributions. Segments that are empty on both sides are left out; when one is empty on one side
   * only, half a customer is added to every size, for the logarithm of nothing is not a number.
   *
   * @param before sizes
   * @param after sizes of the same segments
   * @return the index
   */
  public static PopulationStability of(int[] before, int[] after) {
    boolean hasGap =
        IntStream.range(0, before.length).anyMatch(i -> (before[i] == 0) != (after[i] == 0));
    return of(before, after, hasGap ? HALF : 0);
  }

  /**
   * The index of two distributions with a smoothing of the caller's own.
   *
   * @param before sizes
   * @param after sizes of the same segments
   * @param smoothing added to each size, at least 0
   * @return the index; infinite without smoothing when a segment is empty on one side only
   */
  public static PopulationStability of(int[] before, int[] after, double smoothing) {
    requireSame(before, after);
    int[] used =
        IntStream.range(0, before.length).filter(i -> before[i] + after[i] > 0).toArray();
    double n = Arrays.stream(before).sum() + smoothing * used.length;
    double m = Arrays.stream(after).sum() + smoothing * used.length;
    double psi = 0;
    for (int i : used) {
      double p = (before[i] + smoothing) / n;
      double q = (after[i] + smoothing) / m;
      psi += (q - p) * Math.log(q / p);
    }
    boolean isEmpty = Arrays.stream(before).sum() == 0 || Arrays.stream(after).sum() == 0;
    double index = isEmpty ? Double.NaN : psi;
    return new PopulationStability(
        index, smoothing, Math.max(0, used.length - 1), pValue(index, n, m, used.length - 1));
  }

  private static void requireSame(int[] before, int[] after) {
    if (before.length != after.length) {
      throw new IllegalArgumentException("there are " + before.length + " sizes before and "
          + after.length + " after, they must be of the same segments. Maybe one got lost?");
    }
  }

  private static double pValue(double psi, double n, double m, int degrees) {
    return degrees < 1 || Double.isNaN(psi)
        ? Double.NaN
        : ChiSquare.upperTail(psi / (1 / n + 1 / m), degrees);
  }
}
