package io.headlesscrm.segmentation.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.Indicator;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbcTreatmentTest {

  private static final Measure INTEREST = Measure.of("interest", "enquiries");
  private static final Measure COST = Measure.of("cost to serve", "currency");
  private static final Measure GROWTH = Measure.of("growth", "");

  /** Built to 80/15/5 % of the value by 5/15/80 of a hundred customers: both kinds of share agree. */
  @Test
  void fit_hundredCustomersBuiltToTheRule_fiveFifteenEightyBothWays() {
    CustomerBase base = Bases.of(IntStream.range(0, 100)
        .mapToObj(i -> Bases.customer(
            "c%02d".formatted(i), 10, 1, i < 5 ? 16_000 : i < 20 ? 1_000 : 62 + (i < 60 ? 1 : 0)))
        .toList());
    AbcModel byValue = Abc.byValue().fit(base);
    AbcModel byHeads = Abc.builder().shareOf(ShareOf.CUSTOMERS).build().fit(base);

    assertThat(byValue.fit().sizes()).containsExactly(5, 15, 80);
    assertThat(byHeads.fit().sizes()).containsExactly(5, 15, 80);
    assertThat(byValue.notices()).isEmpty();
  }

  /** Eighty of a hundred equal customers bring 80 %, and five are 5 % of them: 75 + 15 + 5 others. */
  @Test
  void fit_flatValues_waysDifferAndSaySo() {
    CustomerBase base = Bases.of(IntStream.range(0, 100)
        .mapToObj(i -> Bases.customer("c%02d".formatted(i), 10, 1, 100))
        .toList());
    AbcModel byValue = Abc.byValue().fit(base);

    assertThat(byValue.fit().sizes()).containsExactly(80, 15, 5);
    assertThat(Abc.builder().shareOf(ShareOf.CUSTOMERS).build().fit(base).fit().sizes())
        .containsExactly(5, 15, 80);
    assertThat(byValue.notices())
        .anySatisfy(notice -> assertThat(notice.text(Locale.ENGLISH)).contains("5 and 20 %"));
  }

  @Test
  void interest_weightZero_classesOfTheValueAlone() {
    CustomerBase base =
        Bases.amounts(5000, 3000, 1500, 500).with(INTEREST, new double[] {0, Double.NaN, 9, 1});
    Abc scored = Abc.builder().measure(InterestAndValue.SCORE).build();

    assertThat(codes(scored.segment(InterestAndValue.add(base, Measure.MONETARY, INTEREST, 0))))
        .isEqualTo(codes(Abc.byValue().segment(base)))
        .containsExactly("A", "A", "B", "C");
    // interest as heavy as value: 100 in 10 enquiries, 10 each; 50, 30, 105, 15
    CustomerBase weighed = InterestAndValue.add(base, Measure.MONETARY, INTEREST, 0.5);
    assertThat(weighed.values(InterestAndValue.SCORE)).containsExactly(50, 30, 105, 15);
    assertThatThrownBy(() -> InterestAndValue.add(base, Measure.MONETARY, INTEREST, 1))
        .hasMessageContaining("weight is 1.0");
  }

  @Test
  void policies_everyClass_exactlyOne() {
    Map<Segment, ClassPolicy> policies = ClassPolicy.standard(Abc.byValue());
    Segmentation classes = Abc.byValue().segment(Bases.amounts(5000, 3000, 1500, 500));

    for (int row = 0; row < classes.size(); row++) {
      assertThat(policies).containsKey(classes.segment(row));
    }
    assertThat(policies.values())
        .extracting(ClassPolicy::costCeiling)
        .containsExactly(0.15, 0.08, 0.03);
    assertThat(policies.values().iterator().next().treatment().toReason().text(Locale.CHINESE))
        .startsWith("重点客户");
    assertThatThrownBy(() -> ClassPolicy.of(Abc.byValue(), List.of()))
        .hasMessageContaining("0 policies for 3 classes");
    assertThatThrownBy(
            () -> new ClassPolicy(ClassPolicy.Treatment.SMALL, Period.ZERO, 1, 0.1, false))
        .hasMessageContaining("Maybe P30D");
  }

  /** Of 30.00 and 2.00 the small customers may cost 3 %: 0.90 and 0.06; b brings nothing at all. */
  @Test
  void servingCost_beforeAndAfterThePolicy_costOfClassCFalls() {
    AbcModel model = Abc.builder().limits(50, 95).build().fit(Bases.amounts(5000, 3000, 1500, 500));
    Map<Segment, ClassPolicy> policies = ClassPolicy.standard(Abc.byValue());
    CustomerBase customers = Bases.amounts(10_000, 0, 3_000, 200, 100);
    List<ServingCost> before = ServingCost.of(
        model.segment(customers.with(COST, new double[] {9, 0.5, 1, 0.26, Double.NaN})),
        policies,
        Indicator.spend(),
        COST);
    List<ServingCost> after = ServingCost.of(
        model.segment(customers.with(COST, new double[] {16, 0, 1, 0.06, 0.03})),
        policies,
        Indicator.spend(),
        COST);

    assertThat(before)
        .extracting(each -> each.segment().code() + " " + each.customers() + " " + each.value())
        .containsExactly("A 1 100.0", "B 1 30.0", "C 2 2.0");
    ServingCost small = before.get(2);
    assertThat(small.cost()).isEqualTo(0.76);
    assertThat(small.share()).isEqualTo(0.38);
    assertThat(small.excess()).isCloseTo(0.5 + 0.2, within(1e-15));
    assertThat(small.aboveCeiling())
        .extracting(costly -> costly.customer().value())
        .containsExactly("b", "d");
    assertThat(small.isWithinCeiling()).isFalse();
    assertThat(after.get(2).isWithinCeiling()).isTrue();
    assertThat(after.get(2).aboveCeiling()).isEmpty();
    assertThat(after.get(2).changeSince(small)).isCloseTo(0.03 - 0.38, within(1e-15));
    assertThat(before.get(0).isWithinCeiling()).isTrue();
    assertThat(after.get(0).isWithinCeiling()).isFalse();
    assertThat(after.get(0).changeSince(before.get(0))).isEqualTo(7);
    assertThatThrownBy(() -> small.changeSince(before.get(0)))
        .hasMessageContaining("class C is compared with A");
    assertThatThrownBy(() -> ServingCost.of(
            model.segment(customers.with(COST, new double[] {-9, 0, 0, 0, 0})),
            policies,
            Indicator.spend(),
            COST))
        .hasMessageContaining("cost of a is -9.0");
  }

  /** A from 50.00, B from 15.00: at nine tenths 45.00 and 13.50. */
  @Test
  void promotions_nearTheLimitAndGrowing_nearestFirst() {
    AbcModel model = Abc.builder().limits(50, 95).build().fit(Bases.amounts(5000, 3000, 1500, 500));
    CustomerBase base = Bases.amounts(4500, 4499, 4900, 1350, 4900, 6000, 4600)
        .with(GROWTH, new double[] {0.1, 0.5, 0.2, 0.3, 0, 0.9, Double.NaN});
    List<PromotionCandidate> candidates = PromotionCandidate.of(model, base, GROWTH, 0.9);

    assertThat(candidates)
        .extracting(candidate -> candidate.customer() + " " + candidate.from() + candidate.to())
        .containsExactly("c BA", "a BA", "d CB");
    assertThat(candidates.get(0).toReason())
        .hasToString("98.0% of what A asks for, and growing by 0.2: worth lifting out of B");
    assertThatThrownBy(() -> PromotionCandidate.of(model, base, GROWTH, 90))
        .hasMessageContaining("Maybe 0.9");
  }

  private static List<String> codes(Segmentation segments) {
    return IntStream.range(0, segments.size())
        .mapToObj(row -> segments.segment(row).code())
        .toList();
  }
}
