package io.headlesscrm.segmentation.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Formula;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import io.headlesscrm.segmentation.loyalty.LoyaltyMarks.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoyaltyTest {

  private static final Measure STRENGTH = Measure.of("strength", "points");
  private static final Measure DIFFERENCE = Measure.of("differentiation", "points");
  private static final Measure REPEATS = LoyaltyMeasure.REPEAT_PURCHASES.measure("");
  private static final Measure BARRIER = Measure.of("exit barrier", "");

  /** There are whole orders only: from 8 it takes 4 to fall below 5, and from 2 it takes 3 to reach 5. */
  @Test
  void explain_daysAndPurchases_wholeNumbersThatChangeTheSegment() {
    CustomerBase base = Bases.of(
            List.of(Bases.customer("a", 100, 8, 100), Bases.customer("b", 100, 2, 100)))
        .with(STRENGTH, new double[] {1, 1});
    Segmentation quadrant = LoyaltyQuadrant.of(
            Indicator.of(STRENGTH, "attitude", "态度"),
            CutPoint.at(0.5),
            Indicator.of(Measure.FREQUENCY, "orders", "订单"),
            CutPoint.at(5))
        .segment(base);

    assertThat(quadrant.explain(0).text(Locale.ENGLISH))
        .contains("4 purchases less orders, all else equal");
    assertThat(quadrant.explain(1).text(Locale.ENGLISH))
        .contains("3 purchases more orders, all else equal");
  }

  @Test
  void segment_fourCornersAndTheCutItself_quadrantWithAdvice() {
    CustomerBase base = Bases.amounts(1, 1, 1, 1, 1)
        .with(Attachment.ATTITUDE, new double[] {0.9, 0.9, 0.1, 0.1, 0.5})
        .with(REPEATS, new double[] {9, 1, 9, 1, 5});
    Segmentation quadrant = quadrant().segment(base);

    assertThat(codes(quadrant)).containsExactly("true", "latent", "spurious", "none", "true");
    assertThat(quadrant.explain(2).text(Locale.ENGLISH))
        .isEqualTo("c: Spurious loyalty\n- attitude: 0.1 (below 0.5)\n- behaviour: 9 (5 or more)\n"
            + "- 0.4 more attitude, all else equal, would make it True loyalty\n"
            + "- more than 4 less behaviour, all else equal, would make it No loyalty\n"
            + "- work on the attitude before a rival does: show the difference, solve complaints");
    assertThat(quadrant.explain(1).text(Locale.CHINESE)).contains("潜在忠诚");
  }

  private static LoyaltyQuadrant quadrant() {
    return LoyaltyQuadrant.of(
        Indicator.of(Attachment.ATTITUDE, "attitude", "态度"),
        CutPoint.at(0.5),
        Indicator.of(REPEATS, "behaviour", "行为"),
        CutPoint.at(5));
  }

  @Test
  void notices_standardErrors_shareWithinOneOfACut() {
    CustomerBase base = Bases.amounts(1, 1, 1, 1, 1)
        .with(Attachment.ATTITUDE, new double[] {0.9, 0.55, 0.1, 0.1, Double.NaN})
        .with(REPEATS, new double[] {9, 9, 9, 4.5, 5});

    assertThat(quadrant().withStandardErrors(0.06, 1).fit(base).notices())
        .extracting(Object::toString)
        .contains("2 customers are within one standard error of a cut (50.0%): measurement alone"
            + " could have put them elsewhere");
    assertThat(quadrant().fit(base).notices().toString()).contains("no standard error was given");
    assertThatThrownBy(() -> quadrant().withStandardErrors(-1, 0).fit(base))
        .hasMessageContaining("standard error is -1.0");
  }

  @Test
  void attachment_fourDegrees_corners() {
    CustomerBase base = Bases.amounts(1, 1, 1, 1)
        .with(STRENGTH, new double[] {5, 2, 5, 2})
        .with(DIFFERENCE, new double[] {5, 5, 2, 2});
    Segmentation degrees = Attachment.of(
            Indicator.of(STRENGTH), CutPoint.at(3), Indicator.of(DIFFERENCE), CutPoint.at(3))
        .segment(base);

    assertThat(codes(degrees)).containsExactly("strong", "medium", "multi-brand", "lowest");
    assertThat(Attachment.addAttitude(base, Part.of(STRENGTH, 1, 5), Part.of(DIFFERENCE, 1, 5))
            .values(Attachment.ATTITUDE))
        .containsExactly(1, 0.25, 0.25, 0.0625);
  }

  /** Each of the twelve, moved to its loyal end, raises the index; missing ones leave the rest to speak. */
  @Test
  void index_twelveMeasures_signOfEachAndRange() {
    List<Part> parts = Arrays.stream(LoyaltyMeasure.values())
        .map(measure -> measure.part("points", 1, 5))
        .toList();
    Indicator index = Indicator.index("loyalty", "忠诚度", parts);
    CustomerBase middle = Bases.amounts(1);
    for (Part part : parts) {
      middle = middle.with(part.measure(), new double[] {3});
    }
    assertThat(index.value(middle, 0)).isEqualTo(0.5);
    for (LoyaltyMeasure measure : LoyaltyMeasure.values()) {
      double loyal = measure.isMoreLoyal() ? 5 : 1;
      CustomerBase better = middle.with(measure.measure("points"), new double[] {loyal});
      CustomerBase unknown = middle.with(measure.measure("points"), new double[] {Double.NaN});

      assertThat(index.value(better, 0)).isCloseTo(0.5 + 0.5 / 12, within(1e-15));
      assertThat(index.value(unknown, 0)).isEqualTo(0.5);
    }
    assertThat(parts).hasSize(12);
    assertThatThrownBy(() -> LoyaltyMeasure.CHURN.part("", 1, 0))
        .hasMessageContaining("must ascend");
  }

  /** An exit barrier keeps customers buying, so that it is behaviour; it never makes true loyalty. */
  @Test
  void drivers_contributions_sumToTheIndexAndABarrierAloneIsNotTrueLoyalty() {
    Part satisfaction = new Part(LoyaltyMeasure.SATISFACTION.measure(""), 1, 5, 2);
    Part barrier = Part.of(BARRIER, 0, 1);
    Formula.Index behaviour = new Formula.Index(List.of(Part.of(REPEATS, 0, 10), barrier), 1);
    CustomerBase base = Bases.amounts(1)
        .with(satisfaction.measure(), new double[] {1})
        .with(REPEATS, new double[] {10})
        .with(BARRIER, new double[] {1});
    Segmentation held = LoyaltyQuadrant.of(
            Indicator.index("attitude", "态度", List.of(satisfaction)),
            CutPoint.at(0.5),
            new Indicator("behaviour", "行为", "", behaviour),
            CutPoint.at(0.5))
        .segment(base);

    assertThat(behaviour.contributions(base, 0)).containsExactly(0.5, 0.5);
    assertThat(Arrays.stream(behaviour.contributions(base, 0)).sum())
        .isEqualTo(behaviour.value(base, 0));
    assertThat(codes(held)).containsExactly("spurious");
  }

  @Test
  void marks_fiveOfFive_andASlipForgivenByTheNextPurchase() {
    CustomerBase bought = Bases.of(List.of(
        Bases.customer("a", 10, 3, 100),
        Bases.customer("b", 90, 3, 100),
        Bases.customer("c", 1, 1, 1)));
    CustomerBase base = LoyaltyMarks.addFaultTolerance(
            bought,
            Map.of(
                CustomerId.of("a"), List.of(Bases.AS_OF.minusDays(30)),
                CustomerId.of("b"), List.of(Bases.AS_OF.minusDays(60))))
        .with(REPEATS, new double[] {4, 4, 0})
        .with(LoyaltyMeasure.CROSS_BUYING.measure(""), new double[] {3, 1, 1})
        .with(LoyaltyMeasure.WORD_OF_MOUTH.measure(""), new double[] {9, 9, 2})
        .with(LoyaltyMeasure.ATTITUDE_TO_RIVALS.measure(""), new double[] {5, 5, Double.NaN});
    LoyaltyMarks marks = LoyaltyMarks.none()
        .with(Mark.BUYS_AGAIN, REPEATS, 2)
        .with(Mark.BUYS_ACROSS, LoyaltyMeasure.CROSS_BUYING.measure(""), 2)
        .with(Mark.RECOMMENDS, LoyaltyMeasure.WORD_OF_MOUTH.measure(""), 9)
        .with(Mark.IMMUNE_TO_RIVALS, LoyaltyMeasure.ATTITUDE_TO_RIVALS.measure(""), 4)
        .with(Mark.TOLERATES_A_SLIP, LoyaltyMarks.FAULT_TOLERANCE, 1);

    assertThat(marks.of(base, 0)).containsExactly(Mark.values());
    assertThat(marks.of(base, 1))
        .containsExactly(Mark.BUYS_AGAIN, Mark.RECOMMENDS, Mark.IMMUNE_TO_RIVALS);
    assertThat(marks.of(base, 2)).isEmpty();
    assertThat(base.values(LoyaltyMarks.FAULT_TOLERANCE)).containsExactly(1, 0, Double.NaN);
  }

  static List<String> codes(Segmentation segments) {
    return IntStream.range(0, segments.size())
        .mapToObj(row -> segments.segment(row).code())
        .toList();
  }
}
