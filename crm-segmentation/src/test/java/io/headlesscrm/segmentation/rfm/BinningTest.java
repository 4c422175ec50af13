package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Small tables that can be checked by hand. */
class BinningTest {

  /** Ten customers, of whom the third to the eighth have 5; bins of five are cut after every second one. */
  private static final CustomerBase TIED = Bases.amounts(1, 2, 5, 5, 5, 5, 5, 5, 8, 9);

  @ParameterizedTest
  @CsvSource({
    "ties-low,    1 1 2 2 2 2 2 2 5 5, 2 6 0 0 2",
    "ties-high,   1 1 4 4 4 4 4 4 5 5, 2 0 0 6 2",
    "ties-mid,    1 1 3 3 3 3 3 3 5 5, 2 0 6 0 2",
    "split-by-id, 1 1 2 2 3 3 4 4 5 5, 2 2 2 2 2",
    "ntile,       1 1 2 2 3 3 4 4 5 5, 2 2 2 2 2",
    // quantiles 4.4, 5, 5, 5.6: [4.4, 5] is the second interval, two are empty
    "pandas,      1 1 2 2 2 2 2 2 5 5, 2 6 0 0 2",
  })
  void scores_equalValuesOnCuts_asThePolicySays(String binning, String scores, String sizes) {
    RfmModel model = fit(Binning.parse(binning), 5, TIED);

    assertThat(monetaryScores(model, TIED)).isEqualTo(scores);
    assertThat(model.bins(Axis.MONETARY).sizes())
        .containsExactly(
            Arrays.stream(sizes.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
    assertThat(model.bins(Axis.MONETARY).ties()).containsExactly(new Tie(5, 6, 2, 4));
  }

  @Test
  void fit_equalValuesOnCuts_saysRequestedAndEffectiveBins() {
    AxisBins bins = fit(Binning.TIES_LOW, 5, TIED).bins(Axis.MONETARY);

    assertThat(bins.requested()).isEqualTo(5);
    assertThat(bins.effective()).isEqualTo(3);
    assertThat(bins.thresholds()).extracting(Threshold::value).containsExactly(5L, 8L, 8L, 8L);
  }

  @Test
  void fit_failOnTies_refusedWithTheValue() {
    assertThatThrownBy(() -> fit(Binning.FAIL, 5, TIED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monetary of 6 customers is 5")
        .hasMessageContaining("between scores 2 and 4")
        .hasMessageContaining("Maybe");
  }

  @Test
  void fit_failWithoutTies_sameAsTiesLow() {
    CustomerBase base = Bases.amounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    Rfm strict = Rfm.builder()
        .thresholds(Axis.RECENCY, 5)
        .thresholds(Axis.FREQUENCY, 2)
        .binning(Binning.FAIL)
        .build();

    assertThat(monetaryScores(strict.fit(base), base)).isEqualTo("1 1 2 2 3 3 4 4 5 5");
  }

  @Test
  void scores_ntileOfSeven_firstTilesLarger() {
    CustomerBase base = Bases.amounts(1, 2, 3, 4, 5, 6, 7);

    assertThat(monetaryScores(fit(Binning.NTILE, 5, base), base)).isEqualTo("1 1 2 2 3 4 5");
    assertThat(monetaryScores(fit(Binning.TIES_LOW, 5, base), base)).isEqualTo("1 1 2 3 3 4 5");
  }

  @Test
  void scores_rRfm_amountsWithinOneUnitOfTheLowestScoreOne() {
    CustomerBase base = Bases.amounts(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);

    assertThat(monetaryScores(fit(Binning.R_RFM, 5, base), base)).isEqualTo("1 1 1 1 1 1 1 1 1 1");
    assertThat(monetaryScores(fit(Binning.TIES_LOW, 5, base), base))
        .isEqualTo("1 1 2 2 3 3 4 4 5 5");
  }

  @Test
  void scores_recency_fewDaysScoreHigh() {
    CustomerBase base = Bases.of(IntStream.rangeClosed(1, 5)
        .mapToObj(i -> Bases.customer("c" + i, 10 * i, 1, 1))
        .toList());

    RfmScores scores = Rfm.quintiles().fit(base).scores(base);

    assertThat(IntStream.range(0, 5).map(scores::r)).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  void scores_newValueBetweenKnownOnes_lowerScore() {
    AxisBins bins = fit(Binning.TIES_LOW, 5, Bases.amounts(10, 20, 30, 40, 50)).bins(Axis.MONETARY);

    assertThat(bins.score(29, TIED.customer(0))).isEqualTo(2);
    assertThat(bins.score(30, TIED.customer(0))).isEqualTo(3);
    assertThat(bins.score(-5, TIED.customer(0))).isEqualTo(1);
    assertThat(bins.score(Long.MAX_VALUE, TIED.customer(0))).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void parse_ownName_same(Binning binning) {
    assertThat(Binning.parse(binning.toString())).isSameAs(binning);
  }

  @Test
  void parse_otherName_refusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Binning.parse("quantile")).hasMessageContaining("ties-low, ties-high");
    assertThatThrownBy(() -> Axis.parse("r")).hasMessageContaining("recency");
  }

  @Test
  void bins_outOfRange_refused() {
    assertThatThrownBy(() -> Rfm.builder().bins(1).build()).hasMessageContaining("bins is 1");
    assertThatThrownBy(() -> Rfm.builder().bins(101).build()).hasMessageContaining("2 to 100");
  }

  private static RfmModel fit(Binning binning, int bins, CustomerBase base) {
    return Rfm.builder()
        .bins(bins)
        .thresholds(Axis.RECENCY, 5)
        .thresholds(Axis.FREQUENCY, 2)
        .binning(binning)
        .build()
        .fit(base);
  }

  private static String monetaryScores(RfmModel model, CustomerBase base) {
    RfmScores scores = model.scores(base);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < base.size(); row++) {
      text.append(row == 0 ? "" : " ").append(scores.m(row));
    }
    return text.toString();
  }
}
