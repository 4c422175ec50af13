package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.DemandRegularity;
import io.headlesscrm.segmentation.cluster.KMeans;
import io.headlesscrm.segmentation.combination.Crossing;
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
  },
  /** ABC by spend crossed with the regularity of the last twelve months. */
  ABC_XYZ {
    @Override
    Segmentation of(CustomerBase base, PurchaseLog log) {
      return Crossing.of(Abc.byValue(), DemandRegularity.standard())
          .segment(DemandRegularity.addVariation(base, log, MONTH_DAYS, MONTHS));
    }
  },
  /** Clusters by recency, frequency and spend, in logarithms, for all three are skewed. */
  CLUSTER {
    @Override
    Segmentation of(CustomerBase base, PurchaseLog log) {
      return KMeans.builder(List.of(
              Indicator.of(LOG_RECENCY, "days of silence", "沉默天数"),
              Indicator.of(LOG_FREQUENCY, "number of purchases", "购买次数"),
              Indicator.of(LOG_SPEND, "spend", "消费额")))
          .build()
          .segment(withLogarithm(
              withLogarithm(
                  withLogarithm(base, Measure.RECENCY_DAYS, LOG_RECENCY),
                  Measure.FREQUENCY,
                  LOG_FREQUENCY),
              Measure.MONETARY,
              LOG_SPEND));
    }
  };

  private static final int GROWTH_DAYS = 180;
  private static final int MONTH_DAYS = 30;
  private static final int MONTHS = 12;
  private static final Measure LOG_RECENCY = Measure.of("log of recency", "");
  private static final Measure LOG_FREQUENCY = Measure.of("log of frequency", "");
  private static final Measure LOG_SPEND = Measure.of("log of spend", "");

  /** Of nothing, or less under a net policy, there is no logarithm: counted like one. */
  private static CustomerBase withLogarithm(CustomerBase base, Measure from, Measure to) {
    double[] values = base.values(from);
    return base.with(
        to, Arrays.stream(values).map(value -> Math.log(Math.max(1, value))).toArray());
  }

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
