package io.headlesscrm.segmentation.abc;

import java.math.BigDecimal;
import java.math.BigInteger;
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
    int[] positions = new int[limits.size()];
    long valueTotal = column.total();
    if (valueTotal == 0) {
      return positions;
    }
    long total = shareOf == ShareOf.VALUE ? valueTotal : column.counted();
    int position = 0;
    long before = 0;
    for (int i = 0; i < positions.length; i++) {
      long bound = bound(limits.get(i), total);
      while (position < column.counted() && isWithin(before, position, bound)) {
        before += amount(position++);
      }
      positions[i] = position;
    }
    return positions;
  }

  private boolean isWithin(long before, int position, long bound) {
    return boundary == Boundary.INCLUSIVE ? before + amount(position) <= bound : before <= bound;
  }

  private long amount(int position) {
    return shareOf == ShareOf.VALUE ? column.unitsAt(position) : 1;
  }

  /** The largest whole number at most (inclusive) or below (crossing) the limit's share of the total. */
  private long bound(BigDecimal limit, long total) {
    BigDecimal share = limit.multiply(BigDecimal.valueOf(total)).divide(PERCENT);
    return boundary == Boundary.INCLUSIVE
        ? share.toBigInteger().longValueExact()
        : share
            .setScale(0, RoundingMode.CEILING)
            .toBigInteger()
            .subtract(BigInteger.ONE)
            .longValueExact();
  }
}
