package io.headlesscrm.segmentation.rfm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where each {@link Binning} cuts a column of at least one customer. All arithmetic is exact. */
final class QuantileCuts {

  private final AxisColumn column;
  private final int bins;

  QuantileCuts(AxisColumn column, int bins) {
    this.column = column;
    this.bins = bins;
  }

  List<Cut> cuts(Binning binning) {
    return IntStream.rangeClosed(2, bins).mapToObj(score -> cut(binning, score)).toList();
  }

  private Cut cut(Binning binning, int score) {
    return switch (binning) {
      case TIES_LOW, FAIL -> tiesLow(score);
      case TIES_HIGH -> Cut.at(column.keyAt(firstRank(score)));
      case TIES_MID -> tiesMid(score);
      case SPLIT_BY_ID -> column.cutAt(firstRank(score));
      case NTILE -> column.cutAt(firstRankOfTile(score));
      case PANDAS_QCUT -> pandas(score);
      case R_RFM -> Cut.at(rRfm(score));
    };
  }

  /** The first rank of a score: the smallest i with i * bins / n at least score - 1. */
  private int firstRank(int score) {
    return (int) ((column.size() * (score - 1L) + bins - 1) / bins);
  }

  private int firstRankOfTile(int score) {
    int larger = Math.min(score - 1, column.size() % bins);
    return column.size() / bins * (score - 1) + larger;
  }

  private Cut tiesLow(int score) {
    int rank = firstRank(score);
    long key = column.keyAt(rank);
    return Cut.at(isSplitAt(rank) ? column.keyAfter(key) : key);
  }

  private Cut tiesMid(int score) {
    int rank = firstRank(score);
    long key = column.keyAt(rank);
    if (!isSplitAt(rank)) {
      return Cut.at(key);
    }
    // twice the middle rank, so that the half stays a whole number
    long middle = column.countBelow(key) + (column.countAtMost(key) - 1L);
    boolean enough = middle * bins >= 2L * column.size() * (score - 1);
    return Cut.at(enough ? key : column.keyAfter(key));
  }

  /** Whether the customers before and at the rank are equal. */
  private boolean isSplitAt(int rank) {
    return rank < column.size() && column.countBelow(column.keyAt(rank)) < rank;
  }

  private Cut pandas(int score) {
    return switch (column.axis()) {
      // (a, b] of days with reversed labels is [a, b) of keys
      case RECENCY -> Cut.at(quantileCeiling(score));
      case FREQUENCY -> column.cutAt((int) ((score - 1L) * (column.size() - 1) / bins) + 1);
      case MONETARY -> Cut.at(quantileFloor(score) + 1);
    };
  }

  private long rRfm(int score) {
    // days < quantile + 1 is, for whole numbers, keys from the quantile of the keys rounded down
    return column.axis() == Axis.RECENCY
        ? quantileFloor(score)
        : quantileCeiling(score) + column.one();
  }

  /** The quantile of type 7 (linear) at which the score begins, rounded up. */
  private long quantileCeiling(int score) {
    return quantile(score, bins - 1L);
  }

  private long quantileFloor(int score) {
    return quantile(score, 0);
  }

  private long quantile(int score, long roundUp) {
    long position = (score - 1L) * (column.size() - 1);
    long low = column.keyAt((int) (position / bins));
    long rest = position % bins;
    if (rest == 0) {
      return low;
    }
    long step = column.keyAt((int) (position / bins) + 1) - low;
    // step * rest / bins without the overflow of the product
    return low + step / bins * rest + (step % bins * rest + roundUp) / bins;
  }

  /** Values of which some customers belong below a cut and some above. */
  List<Tie> ties() {
    List<Tie> ties = new ArrayList<>();
    int covered = 0;
    for (int score = 2; score <= bins; score++) {
      int rank = firstRank(score);
      if (rank >= covered && isSplitAt(rank)) {
        long key = column.keyAt(rank);
        covered = column.countAtMost(key);
        ties.add(tie(key, column.countBelow(key), covered));
      }
    }
    return ties;
  }

  private Tie tie(long key, int start, int end) {
    return new Tie(column.axis().toKey(key), end - start, scoreOf(start), scoreOf(end - 1));
  }

  private int scoreOf(int rank) {
    return 1 + (int) ((long) rank * bins / column.size());
  }
}
