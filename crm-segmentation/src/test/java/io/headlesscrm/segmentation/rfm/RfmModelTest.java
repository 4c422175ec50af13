package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RfmModelTest {

  private static final CustomerBase BASE = Bases.of(List.of(
      Bases.customer("new", 3, 1, 20_00),
      Bases.customer("loyal", 40, 12, 900_00),
      Bases.customer("gone", 400, 1, 15_00)));

  private static final Rfm OWN = Rfm.builder()
      .thresholds(Axis.RECENCY, 180, 90, 30, 7)
      .thresholds(Axis.FREQUENCY, 2, 4, 8, 16)
      .thresholds(Axis.MONETARY, 50_00, 100_00, 500_00, 1000_00)
      .build();

  @Test
  void segment_thresholdsOfTheHost_asTheHostSays() {
    RfmModel model = OWN.fit(BASE);
    RfmScores scores = model.scores(BASE);

    assertThat(scores.score(row("new"))).hasToString("511");
    assertThat(scores.score(row("loyal"))).hasToString("344");
    assertThat(scores.score(row("gone"))).hasToString("111");
    assertThat(model.bins(Axis.RECENCY).sizes()).containsExactly(1, 0, 1, 0, 1);
    assertThat(model.bins(Axis.RECENCY).binning()).isEqualTo("own");
    assertThat(model.provenance().parameters())
        .containsEntry("recency", "own 180, 90, 30, 7")
        .containsEntry("returns", "sales");
  }

  @Test
  void thresholds_wrongWayRound_refused() {
    Rfm wrong = Rfm.builder().thresholds(Axis.RECENCY, 7, 30, 90, 180).build();

    assertThatThrownBy(() -> wrong.fit(BASE))
        .hasMessageContaining("recency threshold of score 3 is 30 after 7")
        .hasMessageContaining("Maybe the order is reversed?");
    assertThatThrownBy(() -> Rfm.builder().thresholds(Axis.RECENCY)).hasMessageContaining("bins");
  }

  @Test
  void explain_english_numbersCutsAndDistances() {
    assertThat(OWN.segment(BASE).explain(CustomerId.of("loyal")).toString()).isEqualTo("""
            loyal: Loyal Customers
            - last purchase 40 days ago: R 3 of 5 (31 to 90)
            - 12 purchases: F 4 of 5 (8 to 15)
            - 900.00 EUR spent: M 4 of 5 (500.00 to 999.99)
            - a last purchase at most 7 days ago, all else equal, would make it Champions
            - 51 more days without a purchase would make it At Risk""");
  }

  @Test
  void explain_chinese_numbersCutsAndDistances() {
    assertThat(OWN.segment(BASE).explain(CustomerId.of("new")).text(Locale.CHINESE))
        .isEqualTo("""
            new: 新客户
            - 最近一次购买在 3 天前：R 为 5 分，满分 5 分（7 及以下）
            - 共购买 1 次：F 为 1 分，满分 5 分（1 及以下）
            - 消费 20.00 EUR：M 为 1 分，满分 5 分（49.99 及以下）
            - 其他不变，再购买 1 次，将成为潜在忠诚客户
            - 再过 5 天仍无购买，将成为有潜力客户""");
  }

  @Test
  void segment_newCustomers_withoutFittingAgain() {
    RfmModel model = OWN.fit(BASE);
    CustomerBase next = Bases.of(List.of(Bases.customer("next", 7, 16, 1)));

    assertThat(model.segment(next).segment(0).code()).isEqualTo("Champions");
    assertThat(model.score(CustomerId.of("next"), 8, 16, 1)).hasToString("451");
    assertThat(model.provenance().customers()).isEqualTo(3);
  }

  @Test
  void segment_otherCurrency_refused() {
    CustomerBase yen = Bases.of(List.of(Bases.customer("x", 1, 1, 1)), Currency.getInstance("JPY"));

    assertThatThrownBy(() -> OWN.fit(BASE).segment(yen))
        .hasMessageContaining("JPY")
        .hasMessageContaining("must be EUR");
  }

  @Test
  void of_axesMixedUp_refused() {
    RfmModel model = OWN.fit(BASE);
    AxisBins recency = model.bins(Axis.RECENCY);

    assertThatThrownBy(() ->
            RfmModel.of(Bases.EUR, recency, recency, recency, model.rules(), model.provenance()))
        .hasMessageContaining("axis is recency, it must be frequency");
  }

  @Test
  void notices_tiesAndEmptyBins_inBothLanguages() {
    RfmModel model = Rfm.quintiles().fit(Bases.amounts(1, 2, 5, 5, 5, 5, 5, 5, 8, 9));

    assertThat(model.notices())
        .extracting(Object::toString)
        .contains(
            "6 customers have the same M value, 0.05, and would spread over scores 2 to 4 in bins of"
                + " equal size; binning ties-low decided",
            "M: 5 bins were requested, 3 have customers");
    assertThat(model.notices().get(0).text(Locale.CHINESE)).startsWith("有 10 位客户的 R 值同为 10");
  }

  @Test
  void segment_rulesWithoutRanks_movesLeadToAnyOtherSegment() {
    RfmRules kinds = RfmRules.builder("kinds")
        .rule(Segment.of("Often", "常客", 0), "1-5", "3-5", "1-5")
        .otherwise(Segment.of("Seldom", "稀客", 0))
        .build();
    Segmentation segments = Rfm.builder()
        .thresholds(Axis.FREQUENCY, 2, 4, 8, 16)
        .rules(kinds)
        .build()
        .segment(BASE);

    assertThat(segments.explain(CustomerId.of("gone")).toString())
        .endsWith("- 3 more purchases, all else equal, would make it Often");
  }

  @ParameterizedTest
  @EnumSource
  void segment_degenerateBases_clearAnswer(Binning binning) {
    for (CustomerBase base : Bases.degenerate()) {
      if (binning != Binning.FAIL) {
        RfmModel model = Rfm.builder().binning(binning).build().fit(base);
        Segmentation segments = model.segment(base);
        assertThat(
                segments.counts().values().stream().mapToInt(Integer::intValue).sum())
            .isEqualTo(base.size());
        for (int row = 0; row < base.size(); row++) {
          assertThat(segments.explain(row).toString()).contains("R ", "F ", "M ");
        }
      }
    }
  }

  @Test
  void fit_nobody_saysSoAndScoresOne() {
    RfmModel model = Rfm.quintiles().fit(Bases.of(List.of()));

    assertThat(model.notices())
        .extracting(Object::toString)
        .containsExactly("fitted to no customers: every customer gets the lowest score or class");
    assertThat(model.segment(BASE).segment(0).code()).isEqualTo("Hibernating");
    assertThat(model.segment(BASE).explain(0).toString()).contains("R 1 of 5 (any)");
    assertThat(model.bins(Axis.RECENCY).effective()).isZero();
  }

  private static int row(String id) {
    return BASE.findRow(CustomerId.of(id)).orElseThrow();
  }
}
