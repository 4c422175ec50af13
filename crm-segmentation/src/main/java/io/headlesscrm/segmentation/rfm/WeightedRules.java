package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.segmentation.Segment;
import java.util.List;

/** Makes one rule for every cell from weights. All arithmetic is in whole numbers. */
final class WeightedRules {

  private WeightedRules() {}

  static RfmRules of(int levels, int recency, int frequency, int monetary, List<Segment> bands) {
    int least = Math.min(recency, Math.min(frequency, monetary));
    long weights = (long) recency + frequency + monetary;
    if (least < 0 || weights == 0 || bands.isEmpty()) {
      throw new IllegalArgumentException("weights are " + recency + ", " + frequency + ", "
          + monetary + " for " + bands.size()
          + " bands, they must be at least 0, not all 0, for at least one band. Maybe 1, 1, 1?");
    }
    RfmRules.Builder rules = RfmRules.builder(
            "weighted " + recency + "-" + frequency + "-" + monetary)
        .levels(levels);
    for (int r = 1; r <= levels; r++) {
      for (int f = 1; f <= levels; f++) {
        for (int m = 1; m <= levels; m++) {
          long reached =
              (long) recency * (r - 1) + (long) frequency * (f - 1) + (long) monetary * (m - 1);
          long band = reached * bands.size() / (weights * (levels - 1));
          int fromBest = bands.size() - 1 - (int) Math.min(band, bands.size() - 1L);
          rules.rule(
              bands.get(fromBest), Integer.toString(r), Integer.toString(f), Integer.toString(m));
        }
      }
    }
    return rules.build();
  }
}
