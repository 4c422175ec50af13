package io.headlesscrm.segmentation.abc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How many customers, the best first, each class and those above it take in. Shares are compared as whole numbers. */
final class ClassCuts {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private final ValueColumn column;
  private final Boundary boundary;
  private final ShareOf shareOf;

  ClassCuts(ValueColumn column, Boundary boundary, ShareOf shareOf) {
    this.column = column;
    this.boundary = boundary;
    this.shareOf = shareOf;
  }

  /** One number for each limit, never descending. Without any value nobody brings a share of it. */
  int[] positions(List<BigDecimal> limits) {
    if (column.total() == 0) {
      return new int[limits.size()];
    }
    return limits.stream()
        .mapToInt(
            limit -> shareOf == ShareOf.VALUE ? positionOfValue(limit) : positionOfCustomers(limit))
        .toArray();
  }

  private int positionOfValue(BigDecimal limit) {
    long bound = bound(limit, column.total());
    return boundary == Boundary.INCLUSIVE ? lastAtMost(bound) : lastAtMost(bound) + 1;
  }

  /** The most customers who bring no more than the bound together. */
  private int lastAtMost(long bound) {
    long[] cumulated = column.cumulated();
    int low = 0;
    int high = column.counted();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (cumulated[middle] <= bound) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int positionOfCustomers(BigDecimal limit) {
    int bound = (int) bound(limit, column.counted());
    return boundary == Boundary.INCLUSIVE ? bound : bound + 1;
  }

  /** The largest whole number at most (inclusive) or below (crossing) the limit's share of the total. */
  private long bound(BigDecimal limit, long total) {
    BigDecimal share = limit.multiply(BigDecimal.valueOf(total)).divide(PERCENT);
    return boundary == Boundary.INCLUSIVE
        ? share.setScale(0, RoundingMode.FLOOR).longValueExact()
        : share.setScale(0, RoundingMode.CEILING).longValueExact() - 1;
  }
}
