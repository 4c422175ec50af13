package io.headlesscrm.segmentation.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbcTreatmentTest {

  private static final Measure INTEREST = Measure.of("interest", "enquiries");
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
