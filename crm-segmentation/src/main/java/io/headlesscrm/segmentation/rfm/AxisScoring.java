package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Arrays;

/** Scores all customers of a base on one axis, block by block, so that a block stays in the cache. */
final class AxisScoring {

  private static final int BLOCK = 2048;

  private final AxisBins bins;
  private final CustomerBase base;
  private final long[] thresholds;
  private final int[] firstRows;
  private final long[] keys = new long[BLOCK];

  private AxisScoring(AxisBins bins, CustomerBase base) {
    this.bins = bins;
    this.base = base;
    this.thresholds = bins.thresholds().stream()
        .mapToLong(threshold -> bins.axis().toKey(threshold.value()))
        .toArray();
    this.firstRows = bins.thresholds().stream().mapToInt(this::firstRow).toArray();
  }

  static byte[] scores(AxisBins bins, CustomerBase base) {
    byte[] scores = new byte[base.size()];
    Arrays.fill(scores, (byte) 1);
    AxisScoring scoring = new AxisScoring(bins, base);
    for (int start = 0; start < scores.length; start += BLOCK) {
      scoring.score(start, scores, Math.min(BLOCK, scores.length - start));
    }
    return scores;
  }

  /** Thresholds never descend, so that a score is one more than the number of thresholds reached. */
  private void score(int start, byte[] scores, int count) {
    bins.axis().copyKeys(base, start, keys, count);
    for (int i = 0; i < thresholds.length; i++) {
      int split = Math.max(0, Math.min(count, firstRows[i] - start));
      raise(scores, start, 0, split, thresholds[i] + 1);
      raise(scores, start, split, count, thresholds[i]);
    }
  }

  private void raise(byte[] scores, int start, int from, int to, long least) {
    for (int i = from; i < to; i++) {
      scores[start + i] += (byte) (keys[i] >= least ? 1 : 0);
    }
  }

  /** Rows are in the order of ids: the first row whose customer the threshold admits at its very value. */
  private int firstRow(Threshold threshold) {
    CustomerId from = threshold.from();
    int low = 0;
    int high = from == null ? 0 : base.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (threshold.admits(base.customer(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
