package io.headlesscrm.segmentation.stability;

import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.util.List;
import java.util.OptionalInt;

/**
 * Two segmentations of the same customers against each other: who is where in both, and how far they say the same.
 * Customers who are in one base only are left out. Immutable and thread-safe.
 */
public final class CrossTabulation {

  private final List<Segment> first;
  private final List<Segment> second;
  private final int[][] counts;
  private final int customers;

  private CrossTabulation(
      List<Segment> first, List<Segment> second, int[][] counts, int customers) {
    this.first = first;
    this.second = second;
    this.counts = counts;
    this.customers = customers;
  }

  /**
   * Counts the customers of both.
   *
   * @param first gives the rows
   * @param second gives the columns
   * @return the table
   */
  public static CrossTabulation of(Segmentation first, Segmentation second) {
    List<Segment> rows = first.model().segments();
    List<Segment> columns = second.model().segments();
    int[][] counts = new int[rows.size()][columns.size()];
    int customers = 0;
    for (int row = 0; row < first.size(); row++) {
      OptionalInt other = second.base().findRow(first.base().customer(row));
      if (other.isPresent()) {
        int i = rows.indexOf(first.segment(row));
        counts[i][columns.indexOf(second.segment(other.getAsInt()))]++;
        customers++;
      }
    }
    return new CrossTabulation(List.copyOf(rows), List.copyOf(columns), counts, customers);
  }

  /**
   * The segments of the rows.
   *
   * @return in the order of the first model
   */
  public List<Segment> rows() {
    return first;
  }

  /**
   * The segments of the columns.
   *
   * @return in the order of the second model
   */
  public List<Segment> columns() {
    return second;
  }

  /**
   * How many customers are in both bases.
   *
   * @return at least 0
   */
  public int size() {
    return customers;
  }

  /**
   * How many customers are in both segments.
   *
   * @param row of the first model
   * @param column of the second model
   * @return at least 0
   */
  public int count(Segment row, Segment column) {
    int i = first.indexOf(row);
    int j = second.indexOf(column);
    if (i < 0 || j < 0) {
      throw new IllegalArgumentException("segments are " + row.code() + " and " + column.code()
          + ", they must be of " + first + " and " + second + ". Maybe the two are swapped?");
    }
    return counts[i][j];
  }

  /**
   * The adjusted Rand index: how far two customers who are together in one segmentation are together in the other one,
   * beyond chance.
   *
   * <p>Source: L. Hubert and P. Arabie, Comparing partitions, Journal of Classification 2, 1985, eq. 5,
   * doi:10.1007/BF01908075.
   *
   * @return 1 when both say the same, about 0 when they have nothing to do with each other, negative when less than that;
   *     1 when nothing can differ, such as for one customer
   */
  public double adjustedRand() {
    double together = 0;
    double inRows = 0;
    double inColumns = 0;
    long[] columnSums = new long[second.size()];
    for (int[] row : counts) {
      long rowSum = 0;
      for (int j = 0; j < row.length; j++) {
        together += pairs(row[j]);
        rowSum += row[j];
        columnSums[j] += row[j];
      }
      inRows += pairs(rowSum);
    }
    for (long sum : columnSums) {
      inColumns += pairs(sum);
    }
    double all = pairs(customers);
    double expected = all == 0 ? 0 : inRows * inColumns / all;
    double most = (inRows + inColumns) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(long n) {
    return n * (n - 1.0) / 2;
  }
}
