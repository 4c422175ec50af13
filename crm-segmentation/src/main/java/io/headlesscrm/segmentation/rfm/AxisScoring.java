package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Arrays;

/** Scores all customers of a base on one axis. */
final class AxisScoring {

  private AxisScoring() {}

  static byte[] scores(AxisBins bins, CustomerBase base) {
    long[] keys = bins.axis().keys(base);
    byte[] scores = new byte[keys.length];
    Arrays.fill(scores, (byte) 1);
    for (Threshold threshold : bins.thresholds()) {
      raise(scores, keys, bins.axis().toKey(threshold.value()), firstRow(threshold, base));
    }
    return scores;
  }

  /** Thresholds never descend, so that a score is one more than the number of thresholds reached. */
  private static void raise(byte[] scores, long[] keys, long threshold, int firstRow) {
    for (int row = 0; row < firstRow; row++) {
      scores[row] += (byte) (keys[row] > threshold ? 1 : 0);
    }
    for (int row = firstRow; row < keys.length; row++) {
      scores[row] += (byte) (keys[row] >= threshold ? 1 : 0);
    }
  }

  /** Rows are in the order of ids: the first row whose customer the threshold admits at its very value. */
  private static int firstRow(Threshold threshold, CustomerBase base) {
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
