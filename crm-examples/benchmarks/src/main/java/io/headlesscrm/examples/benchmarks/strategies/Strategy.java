package io.headlesscrm.examples.benchmarks.strategies;

import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.DemandRegularity;
import io.headlesscrm.segmentation.cluster.KMeans;
import io.headlesscrm.segmentation.combination.Crossing;
import io.headlesscrm.segmentation.combination.WithinGroups;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import io.headlesscrm.segmentation.lifecycle.Lifecycle;
import io.headlesscrm.segmentation.loyalty.Attachment;
import io.headlesscrm.segmentation.loyalty.LoyaltyQuadrant;
import io.headlesscrm.segmentation.orientation.Orientation;
import io.headlesscrm.segmentation.pyramid.Pyramid;
import io.headlesscrm.segmentation.rfm.NestedRfm;
import io.headlesscrm.segmentation.rfm.Rfm;
import io.headlesscrm.segmentation.rule.Condition;
import io.headlesscrm.segmentation.rule.RuleSet;
import io.headlesscrm.segmentation.satisfaction.Competition;
import io.headlesscrm.segmentation.satisfaction.SatisfactionLoyalty;
import io.headlesscrm.segmentation.value.Potential;
import io.headlesscrm.segmentation.value.ProfitGrowth;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.util.List;
import java.util.Locale;

/** Every strategy, set up as a host would. */
public enum Strategy {
  /** Independent quintiles. */
  RFM(Rfm.quintiles()),
  /** Frequency within recency, amount within both. */
  NESTED_RFM(NestedRfm.quintiles()),
  /** By value at 80 and 95 %. */
  ABC(Abc.byValue()),
  /** By value and regularity of demand. */
  ABC_XYZ(Crossing.of(Abc.byValue(), DemandRegularity.standard())),
  /** By margin. */
  PYRAMID(Pyramid.of(Indicator.of(Customers.MARGIN))),
  /** Spend by growth. */
  VALUE(ValueMatrix.of(Indicator.spend(), CutPoint.quantile(0.8), growth(), CutPoint.median())),
  /** Margin by growth. */
  PROFIT_GROWTH(
      ProfitGrowth.of(Indicator.of(Customers.MARGIN), CutPoint.at(0), growth(), CutPoint.at(0.2))),
  /** From each customer's own rhythm. */
  LIFECYCLE(Lifecycle.standard()),
  /** Attitude by frequency. */
  LOYALTY(LoyaltyQuadrant.of(
      Indicator.of(Customers.ATTITUDE),
      CutPoint.middleOf(0, 1),
      Indicator.of(Measure.FREQUENCY),
      CutPoint.median())),
  /** Strength by differentiation. */
  ATTACHMENT(Attachment.of(
      Indicator.of(Customers.STRENGTH),
      CutPoint.at(3),
      Indicator.of(Customers.DIFFERENTIATION),
      CutPoint.median())),
  /** Satisfaction by attitude. */
  SATISFACTION(SatisfactionLoyalty.of(
      Indicator.of(Customers.SATISFACTION), Indicator.of(Customers.ATTITUDE), Competition.of(0.7))),
  /** Price, service or product. */
  ORIENTATION(Orientation.of(
      index("price", "价格", Customers.BOUGHT_CHEAPLY),
      index("service", "服务", Customers.EXPRESS),
      index("product", "产品", Customers.PREMIUM),
      0.1)),
  /** A host's own three rules. */
  RULE(RuleSet.builder("own")
      .rule(
          Segment.of("Good", "好", 3),
          Condition.atLeast(Customers.ATTITUDE, 0.5),
          Condition.above(Measure.FREQUENCY, 3))
      .rule(Segment.of("Fair", "中", 2), Condition.above(Customers.ATTITUDE, 0.25))
      .otherwise(Segment.of("Rest", "其他", 1))
      .build()),
  /** Five clusters by three figures, three starts. */
  FIVE_CLUSTERS(KMeans.builder(figures()).clusters(5).starts(3).build()),
  /** As many clusters as the sample shows, up to eight. */
  CLUSTER(KMeans.builder(figures()).build()),
  /** RFM in each of twenty branches. */
  RFM_WITHIN_GROUPS(WithinGroups.of(Customers.BRANCH, Rfm.quintiles()));

  private final SegmentationStrategy segmentation;

  Strategy(SegmentationStrategy segmentation) {
    this.segmentation = segmentation;
  }

  SegmentationStrategy segmentation() {
    return segmentation;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Indicator growth() {
    return Indicator.of(Potential.GROWTH);
  }

  private static Indicator index(String name, String chineseName, Measure measure) {
    return Indicator.index(name, chineseName, List.of(Part.of(measure, 0, 1)));
  }

  private static List<Indicator> figures() {
    return List.of(
        Indicator.of(Customers.ATTITUDE),
        Indicator.of(Customers.EXPRESS),
        Indicator.of(Customers.SATISFACTION));
  }
}
