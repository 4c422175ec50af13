package io.headlesscrm.segmentation.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AbcTest {

  private static final Measure MARGIN = Measure.of("margin", "EUR");

  /** Shares 50, 30, 15, 5 %: the second ends on 80 %, the third on 95 %. */
  private static final CustomerBase ON_THE_LIMITS = Bases.amounts(1500, 5000, 500, 3000);

  @ParameterizedTest
  @CsvSource({"inclusive, B A C A", "crossing, B A C A"})
  void segment_sharesExactlyOnTheLimits_bothBoundariesAgree(String boundary, String classes) {
    Abc abc = Abc.builder().boundary(Boundary.parse(boundary)).build();

    assertThat(classes(abc.segment(ON_THE_LIMITS))).isEqualTo(classes);
  }

  @ParameterizedTest
  @CsvSource({"inclusive, B A C C", "crossing, A A C B"})
  void segment_sharesAcrossTheLimits_boundaryDecides(String boundary, String classes) {
    CustomerBase base = Bases.amounts(4000, 4600, 100, 1300);
    Abc abc = Abc.builder().boundary(Boundary.parse(boundary)).build();

    // cumulated: b 46 %, a 86 %, d 99 %, c 100 %
    assertThat(classes(abc.segment(base))).isEqualTo(classes);
  }

  @ParameterizedTest
  @CsvSource({"inclusive, C, 0 0 1", "crossing, A, 1 0 0"})
  void segment_oneCustomer_boundaryDecides(String boundary, String expected, String sizes) {
    Abc abc = Abc.builder().boundary(Boundary.parse(boundary)).build();
    AbcModel model = abc.fit(Bases.amounts(700));

    assertThat(classes(model.segment(Bases.amounts(700)))).isEqualTo(expected);
    assertThat(text(model.fit().sizes())).isEqualTo(sizes);
  }

  /** 80 % written as .8: nearly everybody would be in the last class. */
  @Test
  void limits_fractionsForPercent_refused() {
    assertThatThrownBy(() -> Abc.builder().limits(0.8, 0.95))
        .hasMessageContaining("they are percent")
        .hasMessageContaining("Maybe 80 and 95");
  }

  @Test
  void segment_measureInDoubles_sharesAreDecimalsAndNotBinaryFractions() {
    // 0.8 of 1.0 is more than 80 % in binary
    CustomerBase base = Bases.amounts(1, 1).with(MARGIN, new double[] {0.8, 0.2});

    assertThat(classes(Abc.builder().measure(MARGIN).build().segment(base))).isEqualTo("A C");
  }

  @Test
  void segment_measureOfAnySize_noOverflow() {
    CustomerBase base = Bases.amounts(1, 1, 1).with(MARGIN, new double[] {7e300, 2e300, 1e300});
    CustomerBase tiny = Bases.amounts(1, 1, 1).with(MARGIN, new double[] {7e-250, 2e-250, 1e-250});
    Abc abc = Abc.builder().measure(MARGIN).build();

    assertThat(classes(abc.segment(base))).isEqualTo("A B C");
    assertThat(classes(abc.segment(tiny))).isEqualTo("A B C");
  }

  @Test
  void segment_missingValues_unassessedAndNotZero() {
    CustomerBase base = Bases.amounts(1, 1, 1).with(MARGIN, new double[] {Double.NaN, 70.5, 29.5});
    AbcModel model =
        Abc.builder().measure(MARGIN).boundary(Boundary.CROSSING).build().fit(base);
    Segmentation segments = model.segment(base);

    assertThat(segments.segment(0)).isEqualTo(Segment.UNASSESSED);
    assertThat(classes(segments)).isEqualTo("Unassessed A A");
    assertThat(segments.explain(0)).hasToString("a: Unassessed\n- the value is not known");
    assertThat(model.notices().get(0))
        .hasToString("1 customer has no known value and is in no class");
    assertThat(model.strategy().rank(base).size()).isEqualTo(2);
  }

  @Test
  void fit_infiniteValueOrUnknownMeasure_refusedWithTheCustomer() {
    CustomerBase base =
        Bases.amounts(1, 1).with(MARGIN, new double[] {1, Double.POSITIVE_INFINITY});
    Abc abc = Abc.builder().measure(MARGIN).build();

    assertThatThrownBy(() -> abc.fit(base)).hasMessageContaining("customer b is Infinity");
    assertThatThrownBy(() -> abc.fit(Bases.amounts(1))).hasMessageContaining("margin (EUR)");
  }

  @Test
  void segment_equalValuesOnALimit_splitByIdAndFrozenSo() {
    CustomerBase base = Bases.amounts(10, 10, 10, 10, 10);
    AbcModel model = Abc.builder().limits(60).build().fit(base);

    assertThat(classes(model.segment(base))).isEqualTo("A A A B B");
    assertThat(model.limits())
        .containsExactly(new ClassLimit(new BigDecimal("0.10"), CustomerId.of("c")));
    assertThat(model.segment(CustomerId.of("bb"), new BigDecimal("0.10")).code())
        .isEqualTo("A");
    assertThat(model.segment(CustomerId.of("cc"), new BigDecimal("0.10")).code())
        .isEqualTo("B");
  }

  @Test
  void segment_byShareOfCustomers_countsHeads() {
    CustomerBase base =
        Bases.amounts(IntStream.range(0, 20).mapToLong(i -> 1000 - i).toArray());
    Abc abc = Abc.builder().shareOf(ShareOf.CUSTOMERS).build();

    assertThat(text(abc.fit(base).fit().sizes())).isEqualTo("1 3 16");
    assertThat(text(Abc.builder()
            .shareOf(ShareOf.CUSTOMERS)
            .limits(12, 37.5)
            .boundary(Boundary.CROSSING)
            .build()
            .fit(base)
            .fit()
            .sizes()))
        .isEqualTo("3 5 12");
  }

  @ParameterizedTest
  @CsvSource({"lowest-class, 2, 1.0", "floored, 0, 1.0"})
  void segment_negativeValues_asThePolicySays(String policy, int negative, double firstShare) {
    CustomerBase base = Bases.amounts(-500, 100, -1);
    Abc abc = Abc.builder()
        .boundary(Boundary.CROSSING)
        .negatives(NegativeValues.parse(policy))
        .build();
    AbcRanking ranking = abc.rank(base);

    assertThat(classes(abc.segment(base))).isEqualTo("C A C");
    assertThat(abc.fit(base).fit().negative()).isEqualTo(negative);
    assertThat(ranking.ranked(1).cumulativeShare()).isEqualTo(firstShare);
    assertThat(Double.isNaN(ranking.ranked(2).cumulativeShare())).isEqualTo(negative > 0);
    assertThat(ranking.concentration().size()).isEqualTo(3 - negative);
  }

  @Test
  void segment_negativeValuesRefused_namesTheCustomer() {
    Abc abc = Abc.builder().negatives(NegativeValues.REFUSED).build();
    AbcModel model = abc.fit(Bases.amounts(3, 2));

    assertThatThrownBy(() -> abc.fit(Bases.amounts(5, -3)))
        .hasMessageContaining("value of b is -0.03");
    assertThatThrownBy(() -> model.segment(Bases.amounts(5, -3)))
        .hasMessageContaining("value of b is -0.03");
    assertThatThrownBy(() -> model.segment(CustomerId.of("x"), new BigDecimal("-1")))
        .hasMessageContaining("value of x is -1");
  }

  @ParameterizedTest
  @EnumSource
  void segment_degenerateBases_clearAnswer(ShareOf shareOf) {
    for (Boundary boundary : Boundary.values()) {
      for (CustomerBase base : Bases.degenerate()) {
        Abc abc = Abc.builder().shareOf(shareOf).boundary(boundary).build();
        Segmentation segments = abc.segment(base);
        assertThat(
                segments.counts().values().stream().mapToInt(Integer::intValue).sum())
            .isEqualTo(base.size());
        assertThat(abc.rank(base).concentration().toString()).startsWith("Gini ");
        IntStream.range(0, base.size())
            .forEach(row -> assertThat(segments.explain(row).toString()).contains("EUR"));
      }
    }
  }

  @Test
  void fit_noValueAtAll_everybodyInTheLowestClassAndSaidSo() {
    AbcModel model = Abc.byValue().fit(Bases.amounts(0, 0));

    assertThat(text(model.fit().sizes())).isEqualTo("0 0 2");
    assertThat(model.notices().get(0))
        .hasToString("the values add up to zero: every customer is in the lowest class");
    assertThat(Abc.byValue().rank(Bases.amounts(0, 0)).concentration().gini()).isNaN();
    assertThat(Abc.byValue().fit(Bases.of(List.of())).notices())
        .extracting(Object::toString)
        .containsExactly("fitted to no customers: every customer gets the lowest score or class");
  }

  @Test
  void fit_valuesThatDoNotFit_refused() {
    CustomerBase base = Bases.amounts(Long.MAX_VALUE, 1);

    assertThatThrownBy(() -> Abc.byValue().fit(base)).hasMessageContaining("add up to more than");
  }

  @Test
  void explain_customerInTheMiddle_bothDistances() {
    Segmentation abc = Abc.byValue().segment(Bases.amounts(5000, 3000, 1500, 400, 100));

    assertThat(abc.explain(CustomerId.of("c")).toString()).isEqualTo("""
            c: B
            - 15.00 EUR: class B (15.00 to 30.00)
            - 15.00 EUR more would make it A
            - 0.01 EUR less would make it C""");
    assertThat(abc.explain(CustomerId.of("a")).text(Locale.CHINESE))
        .isEqualTo("a: A 类\n- 50.00 EUR：A 类（30.00 及以上）\n- 若减少 20.01 EUR，将降为 B 类");
  }

  @Test
  void segment_otherCurrency_refused() {
    AbcModel model = Abc.byValue().fit(ON_THE_LIMITS);
    CustomerBase pounds =
        Bases.of(List.of(Bases.customer("x", 1, 1, 1)), Currency.getInstance("GBP"));

    assertThatThrownBy(() -> model.segment(pounds)).hasMessageContaining("must be EUR");
  }

  @Test
  void limits_notAscendingBetween0And100_refused() {
    assertThatThrownBy(() -> Abc.builder().limits(95, 80)).hasMessageContaining("ascend");
    assertThatThrownBy(() -> Abc.builder().limits(80, 100)).hasMessageContaining("[80.0, 100.0]");
    assertThatThrownBy(() -> Abc.builder().limits()).hasMessageContaining("1 to 25");
  }

  @Test
  void rank_items_equalValuesByCodePoints() {
    Map<String, Money> items = Map.of(
        "10", Money.of("5.00", "EUR"),
        "2", Money.of("5.00", "EUR"),
        "吉", Money.of("5.00", "EUR"),
        "𠮷", Money.of("5.00", "EUR"),
        "big", Money.of("80.00", "EUR"));

    AbcRanking ranking = Abc.byValue().rank(items);

    assertThat(ranking.stream().map(RankedValue::id)).containsExactly("big", "10", "2", "吉", "𠮷");
    assertThat(
            ranking.stream().map(ranked -> ranked.segment().code()).collect(Collectors.joining()))
        .isEqualTo("ABBBC");
    assertThat(ranking.ranked(3).cumulativeShare()).isEqualTo(.9);
    assertThatThrownBy(
            () -> Abc.byValue().rank(Map.of("a", Money.of("1", "EUR"), "b", Money.of("1", "GBP"))))
        .hasMessageContaining("must be one");
    assertThat(Abc.byValue().rank(Map.of()).size()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void parse_ownNames_same(NegativeValues policy) {
    assertThat(NegativeValues.parse(policy.toString())).isSameAs(policy);
    assertThatThrownBy(() -> NegativeValues.parse("none")).hasMessageContaining("lowest-class");
    assertThatThrownBy(() -> Boundary.parse("none")).hasMessageContaining("inclusive");
    assertThatThrownBy(() -> ShareOf.parse("none")).hasMessageContaining("customers");
  }

  private static String classes(Segmentation abc) {
    return IntStream.range(0, abc.size())
        .mapToObj(row -> abc.segment(row).code())
        .collect(Collectors.joining(" "));
  }

  private static String text(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
