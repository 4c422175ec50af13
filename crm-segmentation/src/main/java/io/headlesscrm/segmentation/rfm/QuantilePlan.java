package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Collections;
import java.util.List;

/** Cuts an axis into bins of equal size. */
record QuantilePlan(int bins, Binning binning) implements AxisPlan {

  private static final int MAX_BINS = 100;

  QuantilePlan {
    if (bins < 2 || bins > MAX_BINS) {
      throw new IllegalArgumentException(
          "bins is " + bins + ", it must be from 2 to " + MAX_BINS + ". Maybe 5 is what you want?");
    }
  }

  @Override
  public AxisBins fit(Axis axis, CustomerBase base) {
    if (base.size() == 0) {
      return new AxisBins(
          axis, binning.toString(), List.of(), Collections.nCopies(bins, 0), List.of());
    }
    AxisColumn column = new AxisColumn(axis, base);
    QuantileCuts quantiles = new QuantileCuts(column, bins);
    List<Tie> ties = quantiles.ties();
    requireNoTies(axis, ties);
    List<Cut> cuts = quantiles.cuts(binning);
    List<Threshold> thresholds = cuts.stream().map(column::threshold).toList();
    return new AxisBins(axis, binning.toString(), thresholds, column.sizes(cuts), ties);
  }

  private void requireNoTies(Axis axis, List<Tie> ties) {
    if (binning == Binning.FAIL && !ties.isEmpty()) {
      Tie tie = ties.get(0);
      throw new IllegalArgumentException(axis + " of " + tie.customers() + " customers is "
          + tie.value() + ", which lies on the cut between scores " + tie.lowScore() + " and "
          + tie.highScore() + ". Maybe binning ties-low is what you want?");
    }
  }

  @Override
  public String toString() {
    return bins + " " + binning;
  }
}
