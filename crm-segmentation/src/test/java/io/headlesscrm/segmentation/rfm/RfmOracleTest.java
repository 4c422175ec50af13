package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.OnlineRetail;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SharedData;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against R rfm 0.3.0, pandas 1.5.3 and NTILE of SQLite 3.40.1 on all 4,338 customers of Online Retail. */
class RfmOracleTest {

  private static final String R_SCORES = "oracle/online_retail_rfm_r_scores.csv.gz";
  private static final String PANDAS = "oracle/online_retail_customers_pandas_rfm_abc.csv.gz";
  private static CustomerBase base;

  @BeforeAll
  static void read() {
    base = OnlineRetail.base();
  }

  @Test
  void base_salesScope_equalsOracle() {
    Map<String, String> ours = byCustomer(row -> base.recencyDays(row) + " " + base.purchases(row)
        + " " + base.spend(row).toDecimal().stripTrailingZeros().toPlainString());

    assertThat(ours)
        .isEqualTo(oracle(
            PANDAS,
            "CustomerID",
            row -> row.getField("recency") + " " + row.getField("frequency") + " "
                + new BigDecimal(row.getField("monetary")).stripTrailingZeros().toPlainString()));
  }

  @Test
  void scores_rRfm_equalsR() {
    RfmScores scores = scores(5, Binning.R_RFM);

    assertThat(byCustomer(row -> scores.score(row).toString()))
        .hasSize(4338)
        .isEqualTo(oracle(R_SCORES, "customer_id", row -> row.getField("rfm_score")));
  }

  @Test
  void scores_pandas_equalsRecipe() {
    RfmScores scores = scores(5, Binning.PANDAS_QCUT);

    assertThat(byCustomer(row -> scores.score(row).toString()))
        .isEqualTo(oracle(PANDAS, "CustomerID", row -> fields(row, "p1_R", "p1_F", "p1_M")));
  }

  @Test
  void segments_pandas_equalsRecipe() {
    Segmentation segments = Rfm.builder().binning(Binning.PANDAS_QCUT).build().segment(base);

    assertThat(byCustomer(row -> segments.segment(row).name()))
        .isEqualTo(oracle(PANDAS, "CustomerID", row -> row.getField("p1_segment")));
  }

  @Test
  void scores_ntileOfFive_equalsSql() {
    RfmScores scores = scores(5, Binning.NTILE);

    assertThat(byCustomer(row -> scores.score(row).toString()))
        .isEqualTo(
            oracle(PANDAS, "CustomerID", row -> fields(row, "ntile5_R", "ntile5_F", "ntile5_M")));
  }

  @Test
  void scores_ntileOfTen_equalsSqlWhichCountsFromZero() {
    RfmScores scores = scores(10, Binning.NTILE);

    assertThat(
            byCustomer(row -> "" + (scores.r(row) - 1) + (scores.f(row) - 1) + (scores.m(row) - 1)))
        .isEqualTo(oracle(
            PANDAS, "CustomerID", row -> fields(row, "ntile10_R", "ntile10_F", "ntile10_M")));
  }

  @Test
  void fit_pandas_thresholdsAreTheEdgesOfQcut() {
    RfmModel model = Rfm.builder().binning(Binning.PANDAS_QCUT).build().fit(base);

    // qcut edges 13.8, 33, 72, 180 days and 250.194, 490.096, 942.276, 2058.426 pounds
    assertThat(model.bins(Axis.RECENCY).thresholds())
        .extracting(Threshold::value)
        .containsExactly(180L, 72L, 33L, 13L);
    assertThat(model.bins(Axis.MONETARY).thresholds())
        .extracting(Threshold::value)
        .containsExactly(250_20L, 490_10L, 942_28L, 2058_43L);
  }

  @Test
  void segments_default_sameUnderHundredShuffles() {
    RfmModel model = Rfm.quintiles().fit(base);
    Map<String, String> segments = segments(base);

    for (int seed = 0; seed < 100; seed++) {
      CustomerBase shuffled = OnlineRetail.shuffledBase(seed);
      assertThat(Rfm.quintiles().fit(shuffled)).isEqualTo(model);
      assertThat(segments(shuffled)).isEqualTo(segments);
    }
  }

  @Test
  void segments_everyBinning_frozenEqualsFitted() {
    for (Binning binning : Binning.values()) {
      if (binning != Binning.FAIL) {
        RfmModel model = Rfm.builder().binning(binning).build().fit(base);
        RfmScores scores = model.scores(base);
        for (Axis axis : Axis.values()) {
          Map<Integer, Long> sizes = byCustomer(row -> scores.score(row).on(axis)).values().stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
          for (int score = 1; score <= 5; score++) {
            assertThat(model.bins(axis).size(score))
                .as(binning + " " + axis + " " + score)
                .isEqualTo(sizes.getOrDefault(score, 0L).intValue());
          }
        }
      }
    }
  }

  @Test
  void explain_knownCustomer_numbersAndDistances() {
    Segmentation rfm = Rfm.quintiles().segment(base);

    assertThat(rfm.explain(CustomerId.of("17850")).toString())
        .startsWith("17850: Can't Lose Them\n- last purchase 373 days ago: R 1 of 5 (")
        .contains("34 purchases: F 5 of 5", "5,391.21 GBP spent: M 5 of 5");
  }

  private static RfmScores scores(int bins, Binning binning) {
    return Rfm.builder().bins(bins).binning(binning).build().fit(base).scores(base);
  }

  private static Map<String, String> segments(CustomerBase of) {
    Segmentation segments = Rfm.quintiles().segment(of);
    Map<String, String> names = new TreeMap<>();
    for (int row = 0; row < of.size(); row++) {
      names.put(of.customer(row).value(), segments.segment(row).code());
    }
    return names;
  }

  private static <T> Map<String, T> byCustomer(Function<Integer, T> value) {
    Map<String, T> values = new TreeMap<>();
    for (int row = 0; row < base.size(); row++) {
      values.put(base.customer(row).value(), value.apply(row));
    }
    return values;
  }

  private static Map<String, String> oracle(
      String file, String id, Function<NamedCsvRecord, String> value) {
    Map<String, String> values = new TreeMap<>();
    SharedData.forEachRow(file, row -> values.put(row.getField(id), value.apply(row)));
    return values;
  }

  private static String fields(NamedCsvRecord row, String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(row.getField(name));
    }
    return text.toString();
  }
}
