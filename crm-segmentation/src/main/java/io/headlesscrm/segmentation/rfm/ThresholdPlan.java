package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.stream.Collectors;

/** Cuts an axis where the host says. */
record ThresholdPlan(List<Threshold> thresholds) implements AxisPlan {

  ThresholdPlan {
    thresholds = List.copyOf(thresholds);
    if (thresholds.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no thresholds, there must be at least one. Maybe bins(...) is what you want?");
    }
  }

  @Override
  public int bins() {
    return thresholds.size() + 1;
  }

  @Override
  public AxisBins fit(Axis axis, CustomerBase base) {
    AxisColumn column = new AxisColumn(axis, base);
    List<Cut> cuts = thresholds.stream()
        .map(threshold -> Cut.at(axis.toKey(threshold.value())))
        .toList();
    return new AxisBins(axis, AxisBins.OWN, thresholds, column.sizes(cuts), List.of());
  }

  @Override
  public String toString() {
    return thresholds.stream()
        .map(threshold -> Long.toString(threshold.value()))
        .collect(Collectors.joining(", ", "own ", ""));
  }
}
