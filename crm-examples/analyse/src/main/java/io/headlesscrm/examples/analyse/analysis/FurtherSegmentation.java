package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.lifecycle.Lifecycle;
import io.headlesscrm.segmentation.pyramid.Pyramid;
import io.headlesscrm.segmentation.value.Potential;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The segmentations beside RFM and ABC that purchases alone allow, in the order of the report. */
public enum FurtherSegmentation {
  /** The customer pyramid by spend: an export of purchases does not know what a customer costs. */
  PYRAMID {
    @Override
    Segmentation of(CustomerBase base, PurchaseLog log) {
      return Pyramid.bySpend().segment(base);
    }
  },
  /** Spend against growth, the one sign of potential that purchases show. */
  VALUE {
    @Override
    Segmentation of(CustomerBase base, PurchaseLog log) {
      return ValueMatrix.of(
              Indicator.spend(),
              CutPoint.quantile(0.8),
              Indicator.of(Potential.GROWTH, "growth", "增长"),
              CutPoint.at(0))
          .segment(Potential.addGrowth(base, log, GROWTH_DAYS));
    }
  },
  /** The stages of the life of a customer. */
  LIFECYCLE {
    @Override
    Segmentation of(CustomerBase base, PurchaseLog log) {
      return Lifecycle.standard().segment(base);
    }
  };

  private static final int GROWTH_DAYS = 180;

  abstract Segmentation of(CustomerBase base, PurchaseLog log);

  /**
   * The segmentations of that names.
   *
   * @param names with commas, or all or none
   * @return in the order of the report
   * @throws IllegalArgumentException for another name
   */
  public static List<FurtherSegmentation> parse(String names) {
    if (names.equals("all")) {
      return List.of(values());
    }
    if (names.equals("none")) {
      return List.of();
    }
    List<String> asked = Arrays.asList(names.split(",", -1));
    List<String> known =
        Arrays.stream(values()).map(FurtherSegmentation::toString).toList();
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("--segmentations has \"" + name
            + "\", it must be all, none or some of "
            + known.stream().collect(Collectors.joining(", ")) + ".");
      }
    }
    return Arrays.stream(values())
        .filter(value -> asked.contains(value.toString()))
        .toList();
  }

  /** The name that {@link #parse} reads, and the column of the table of customers. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
