package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The definitions of the binnings, the slow and obvious way: by ranks counted one by one and exact fractions. */
final class BinningByHand {

  private final CustomerBase base;
  private final Binning binning;
  private final int bins;

  BinningByHand(CustomerBase base, Binning binning, int bins) {
    this.base = base;
    this.binning = binning;
    this.bins = bins;
  }

  int score(Axis axis, int row) {
    return switch (binning) {
      case TIES_LOW -> 1 + bins * worse(axis, row) / n();
      case TIES_HIGH -> 1 + bins * (worse(axis, row) + equal(axis, row) - 1) / n();
      case TIES_MID -> 1 + bins * (2 * worse(axis, row) + equal(axis, row) - 1) / (2 * n());
      case SPLIT_BY_ID -> 1 + bins * rank(axis, row) / n();
      case NTILE -> tile(rank(axis, row));
      case PANDAS_QCUT -> pandas(axis, row);
      case R_RFM -> rRfm(axis, row);
      case FAIL -> throw new IllegalArgumentException("has no scores where there are ties");
    };
  }

  private int n() {
    return base.size();
  }

  private int worse(Axis axis, int row) {
    return (int)
        rows().filter(other -> goodness(axis, other) < goodness(axis, row)).count();
  }

  private int equal(Axis axis, int row) {
    return (int)
        rows().filter(other -> goodness(axis, other) == goodness(axis, row)).count();
  }

  private int rank(Axis axis, int row) {
    List<Integer> order = new ArrayList<>(rows().boxed().toList());
    order.sort(Comparator.<Integer>comparingLong(other -> goodness(axis, other))
        .thenComparing(other -> base.customer(other)));
    return order.indexOf(row);
  }

  private IntStream rows() {
    return IntStream.range(0, n());
  }

  private long goodness(Axis axis, int row) {
    return axis == Axis.RECENCY ? -base.recencyDays(row) : axis.value(base, row);
  }

  private int tile(int rank) {
    int end = 0;
    for (int tile = 1; tile <= bins; tile++) {
      end += n() / bins + (tile <= n() % bins ? 1 : 0);
      if (rank < end) {
        return tile;
      }
    }
    throw new IllegalStateException("rank " + rank);
  }

  /** (a, b] of the raw values, the lowest included; labels of recency reversed; frequency by rank from 1. */
  private int pandas(Axis axis, int row) {
    long[] values = rows()
        .mapToLong(
            other -> axis == Axis.FREQUENCY ? rank(axis, other) + 1 : axis.value(base, other))
        .toArray();
    int bin = 1;
    while (bin < bins && values[row] * bins > quantileTimesBins(values, bin)) {
      bin++;
    }
    return axis == Axis.RECENCY ? bins + 1 - bin : bin;
  }

  /** [lower + 1, upper + 1) of the raw values; scores of recency reversed. */
  private int rRfm(Axis axis, int row) {
    long[] values = rows().mapToLong(other -> axis.value(base, other)).toArray();
    long one = axis == Axis.MONETARY ? 100 : 1;
    int bin = 1;
    while (bin < bins && values[row] * bins >= quantileTimesBins(values, bin) + one * bins) {
      bin++;
    }
    return axis == Axis.RECENCY ? bins + 1 - bin : bin;
  }

  /** The quantile of type 7 at bin / bins, times bins, which makes it a whole number. */
  private long quantileTimesBins(long[] values, int bin) {
    long[] sorted = Arrays.stream(values).sorted().toArray();
    int position = bin * (n() - 1);
    int low = position / bins;
    int rest = position % bins;
    long high = rest == 0 ? sorted[low] : sorted[low + 1];
    return sorted[low] * bins + (high - sorted[low]) * rest;
  }
}
