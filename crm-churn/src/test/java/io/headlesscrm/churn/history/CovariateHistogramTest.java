package io.headlesscrm.churn.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CovariateHistogramTest {

  private static final Measure GOLD = Measure.of("gold", "");
  private static final Measure KM = Measure.of("distance", "km");

  private static CovariateHistogram.Builder builder() {
    return CovariateHistogram.builder(TimeScale.WEEK, List.of(GOLD, KM));
  }

  @Test
  void build_equalCustomers_areOneRowInSortedGroups() {
    CovariateHistogram histogram = builder()
        .add(new PurchaseHistory(2, 5, 9), 1, 1, 30)
        .add(new PurchaseHistory(0, 0, 9), 2, 0, 80)
        .add(new PurchaseHistory(2, 5, 9), 3, 1, 30)
        .add(new PurchaseHistory(1, 5, 9), 1, 1, 30)
        .add(new PurchaseHistory(1, 5, 9), 1, -0.0, 80)
        .add(new PurchaseHistory(1, 5, 9), 1, 0, 7)
        .add(new PurchaseHistory(1, 5, 9), 0, 5, 5)
        .build();

    assertThat(histogram.groups()).isEqualTo(3);
    assertThat(histogram.value(0, 1)).isEqualTo(7);
    assertThat(histogram.value(1, 1)).isEqualTo(80);
    assertThat(histogram.histogram(1)).hasToString("3 customers in 2 triples, WEEK");
    assertThat(histogram.value(2, 0)).isEqualTo(1);
    assertThat(histogram.histogram(2).history(1)).isEqualTo(new PurchaseHistory(2, 5, 9));
    assertThat(histogram.histogram(2).count(1)).isEqualTo(4);
    assertThat(histogram.toHistogram()).hasToString("9 customers in 3 triples, WEEK");
    assertThat(histogram).hasToString("9 customers in 3 groups by [gold, distance (km)], WEEK");
  }

  @Test
  void build_anyOrder_isTheSame() {
    Random random = new Random(1);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int x = random.nextInt(3);
      int tx = x == 0 ? 0 : random.nextInt(4);
      rows.add(new double[] {x, tx, tx + random.nextInt(3), random.nextInt(2), random.nextInt(3)});
    }
    List<String> first = texts(rows);
    Collections.shuffle(rows, random);

    assertThat(texts(rows)).isEqualTo(first).hasSize(6);
  }

  private static List<String> texts(List<double[]> rows) {
    CovariateHistogram.Builder builder = builder();
    rows.forEach(
        row -> builder.add(new PurchaseHistory((int) row[0], row[1], row[2]), 1, row[3], row[4]));
    CovariateHistogram histogram = builder.build();
    List<String> texts = new ArrayList<>();
    for (int group = 0; group < histogram.groups(); group++) {
      StringBuilder text = new StringBuilder();
      text.append(histogram.value(group, 0)).append(' ').append(histogram.value(group, 1));
      PurchaseHistogram histories = histogram.histogram(group);
      for (int row = 0; row < histories.uniqueTriples(); row++) {
        text.append(' ').append(histories.history(row)).append(histories.count(row));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @Test
  void of_base_takesItsMeasures() {
    CustomerBase base = Bases.simulated(50, 3);
    double[] gold = new double[50];
    double[] km = new double[50];
    for (int row = 0; row < 50; row++) {
      gold[row] = row % 2;
      km[row] = row == 7 ? Double.NaN : 10;
    }
    CovariateHistogram histogram =
        CovariateHistogram.of(base.with(GOLD, gold).with(KM, km), TimeScale.DAY, List.of(GOLD, KM));

    assertThat(histogram.groups()).isEqualTo(2);
    assertThat(histogram.histogram(0).customers()).isEqualTo(25);
    assertThat(histogram.withoutValue()).isEqualTo(1);
    assertThat(histogram.unit()).isEqualTo(TimeScale.DAY);
    assertThat(histogram.toHistogram().repeatCustomers()).isLessThanOrEqualTo(49);
    assertThatThrownBy(() -> CovariateHistogram.of(base, TimeScale.DAY, List.of(GOLD)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gold");
  }

  @Test
  void wrongValues_areRefused() {
    PurchaseHistory history = new PurchaseHistory(0, 0, 1);
    assertThatThrownBy(() -> CovariateHistogram.builder(TimeScale.WEEK, List.of()))
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> CovariateHistogram.builder(TimeScale.WEEK, List.of(KM, KM)))
        .hasMessageContaining("no two the same. Maybe a column is named twice?");
    assertThatThrownBy(() -> builder().add(history, 1, 1))
        .hasMessageContaining("there must be one for each of [gold, distance (km)]");
    assertThatThrownBy(() -> builder().add(history, 1, 1, Double.NEGATIVE_INFINITY))
        .hasMessageContaining("infinite or beyond 1.0E100");
    assertThatThrownBy(() -> builder().add(history, -1, 1, 1))
        .hasMessageContaining("customers is -1");
  }
}
