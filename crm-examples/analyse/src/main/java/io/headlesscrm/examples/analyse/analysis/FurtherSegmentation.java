package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.DemandRegularity;
import io.headlesscrm.segmentation.cluster.KMeans;
import io.headlesscrm.segmentation.combination.Crossing;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import io.headlesscrm.segmentation.lifecycle.Lifecycle;
import io.headlesscrm.segmentation.loyalty.Attachment;
import io.headlesscrm.segmentation.loyalty.LoyaltyQuadrant;
import io.headlesscrm.segmentation.orientation.Orientation;
import io.headlesscrm.segmentation.pyramid.Pyramid;
import io.headlesscrm.segmentation.satisfaction.Competition;
import io.headlesscrm.segmentation.satisfaction.SatisfactionLoyalty;
import io.headlesscrm.segmentation.value.Potential;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The segmentations beside RFM and ABC, in the order of the report. Some need more than purchases. */
public enum FurtherSegmentation {
  /** The customer pyramid by profit, or by spend where margin and cost are not known. */
  PYRAMID {
    @Override
    Segmentation of(SegmentationInput input) {
      return input.has(HostMeasures.MARGIN, HostMeasures.COST_TO_SERVE)
          ? Pyramid.of(Indicator.difference(
                  "profit", "利润", HostMeasures.MARGIN, HostMeasures.COST_TO_SERVE))
              .segment(input.base())
          : Pyramid.bySpend().segment(input.base());
    }

    @Override
    String titleKey(CustomerBase base) {
      return base.has(HostMeasures.MARGIN) && base.has(HostMeasures.COST_TO_SERVE)
          ? "pyramid_by_profit"
          : super.titleKey(base);
    }
  },
  /** Spend against the need that others serve, or against growth, the one sign of potential that purchases show. */
  VALUE {
    @Override
    Segmentation of(SegmentationInput input) {
      return input.has(HostMeasures.WALLET)
          ? matrix(
              Indicator.of(Potential.OPEN_WALLET, "need served by others", "由他人满足的需求"),
              CutPoint.quantile(BEST_FIFTH),
              Potential.addWallet(input.base(), Indicator.spend(), HostMeasures.WALLET, 1))
          : matrix(
              Indicator.of(Potential.GROWTH, "growth", "增长"),
              CutPoint.at(0),
              Potential.addGrowth(input.base(), input.log(), GROWTH_DAYS));
    }

    @Override
    String titleKey(CustomerBase base) {
      return base.has(HostMeasures.WALLET) ? "value_by_need" : super.titleKey(base);
    }

    private Segmentation matrix(Indicator potential, CutPoint cut, CustomerBase base) {
      return ValueMatrix.of(Indicator.spend(), CutPoint.quantile(BEST_FIFTH), potential, cut)
          .segment(base);
    }
  },
  /** The stages of the life of a customer. */
  LIFECYCLE {
    @Override
    Segmentation of(SegmentationInput input) {
      return Lifecycle.standard().segment(input.base());
    }
  },
  /** ABC by spend crossed with the regularity of the last twelve months. */
  ABC_XYZ {
    @Override
    Segmentation of(SegmentationInput input) {
      return Crossing.of(Abc.byValue(), DemandRegularity.standard())
          .segment(DemandRegularity.addVariation(input.base(), input.log(), MONTH_DAYS, MONTHS));
    }
  },
  /** Clusters by recency, frequency and spend, in logarithms, for all three are skewed. */
  CLUSTER {
    @Override
    Segmentation of(SegmentationInput input) {
      return KMeans.builder(List.of(
              Indicator.of(LOG_RECENCY, "days of silence", "沉默天数"),
              Indicator.of(LOG_FREQUENCY, "number of purchases", "购买次数"),
              Indicator.of(LOG_SPEND, "spend", "消费额")))
          .build()
          .segment(withLogarithm(
              withLogarithm(
                  withLogarithm(input.base(), Measure.RECENCY_DAYS, LOG_RECENCY),
                  Measure.FREQUENCY,
                  LOG_FREQUENCY),
              Measure.MONETARY,
              LOG_SPEND));
    }
  },
  /** What the customers say against what they do. */
  LOYALTY {
    @Override
    List<Measure> needed() {
      return List.of(HostMeasures.PREFERENCE, HostMeasures.DIFFERENTIATION);
    }

    @Override
    Segmentation of(SegmentationInput input) {
      CustomerBase base = Attachment.addAttitude(
          HostMeasures.addActiveMonths(input.base(), input.log()),
          Part.of(HostMeasures.PREFERENCE, 1, BOXES),
          Part.of(HostMeasures.DIFFERENTIATION, 1, BOXES));
      return LoyaltyQuadrant.of(
              Indicator.of(Attachment.ATTITUDE, "attitude", "态度"),
              CutPoint.median(),
              behaviour(),
              CutPoint.median())
          .segment(base);
    }
  },
  /** Satisfaction against loyal behaviour where customers can go elsewhere easily. */
  SATISFACTION {
    @Override
    List<Measure> needed() {
      return List.of(HostMeasures.SATISFACTION);
    }

    @Override
    Segmentation of(SegmentationInput input) {
      return SatisfactionLoyalty.of(
              Indicator.of(HostMeasures.SATISFACTION, "satisfaction", "满意度"),
              behaviour(),
              Competition.of(1))
          .segment(HostMeasures.addActiveMonths(input.base(), input.log()));
    }
  },
  /** What buyers go for: the price, from discounts too where they are known, the service or the product. */
  ORIENTATION {
    @Override
    List<Measure> needed() {
      return List.of(
          HostMeasures.PRICE_INTEREST,
          HostMeasures.SERVICE_INTEREST,
          HostMeasures.PRODUCT_INTEREST);
    }

    @Override
    Segmentation of(SegmentationInput input) {
      Part asked = Part.of(HostMeasures.PRICE_INTEREST, 1, BOXES);
      List<Part> price = input.has(HostMeasures.DISCOUNT_SHARE)
          ? List.of(asked, Part.of(HostMeasures.DISCOUNT_SHARE, 0, 1))
          : List.of(asked);
      return Orientation.of(
              Indicator.index("price", "价格", price),
              Indicator.index(
                  "service", "服务", List.of(Part.of(HostMeasures.SERVICE_INTEREST, 1, BOXES))),
              Indicator.index(
                  "product", "产品", List.of(Part.of(HostMeasures.PRODUCT_INTEREST, 1, BOXES))),
              LEAST_LEAD)
          .segment(input.base());
    }
  },
  /** The host's own rules. */
  RULE {
    @Override
    Segmentation of(SegmentationInput input) {
      return input.rules().orElseThrow().segment(input.base());
    }

    @Override
    List<String> missing(SegmentationInput input) {
      return input.rules().isPresent() ? List.of() : List.of("--rules");
    }
  };

  private static final int GROWTH_DAYS = 180;
  private static final int MONTH_DAYS = 30;
  private static final int MONTHS = 12;
  private static final double BEST_FIFTH = 0.8;
  private static final double BOXES = 5;
  private static final double LEAST_LEAD = 0.1;
  private static final Measure LOG_RECENCY = Measure.of("log of recency", "");
  private static final Measure LOG_FREQUENCY = Measure.of("log of frequency", "");
  private static final Measure LOG_SPEND = Measure.of("log of spend", "");

  private static Indicator behaviour() {
    return Indicator.of(HostMeasures.ACTIVE_MONTHS, "share of months with a purchase", "有购买的月份占比");
  }

  /** Of nothing, or less under a net policy, there is no logarithm: counted like one. */
  private static CustomerBase withLogarithm(CustomerBase base, Measure from, Measure to) {
    double[] values = base.values(from);
    return base.with(
        to, Arrays.stream(values).map(value -> Math.log(Math.max(1, value))).toArray());
  }

  abstract Segmentation of(SegmentationInput input);

  /** The measures that purchases alone do not give. */
  List<Measure> needed() {
    return List.of();
  }

  /** What the segmentation lacks: columns of the measures, or an option. */
  List<String> missing(SegmentationInput input) {
    return needed().stream()
        .filter(measure -> !input.has(measure))
        .map(Measure::name)
        .toList();
  }

  /** What it is called for what the base knows. */
  String titleKey(CustomerBase base) {
    return toString();
  }

  /** The name on the command line, and the column of the table of customers. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
