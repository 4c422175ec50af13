package io.headlesscrm.churn.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.core.time.TimeScale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PurchaseHistogramTest {

  @Provide
  Arbitrary<List<PurchaseHistory>> histories() {
    return Histories.ofDays();
  }

  private static PurchaseHistogram histogram(List<PurchaseHistory> histories) {
    return Histories.histogram(TimeScale.DAY, histories);
  }

  /** One line per triple, so that histograms can be compared. */
  private static List<String> rows(PurchaseHistogram histogram) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      rows.add(histogram.repeatPurchases(row) + " " + histogram.age(row) + " "
          + histogram.recencyOfLast(row) + " " + histogram.count(row));
    }
    return rows;
  }

  @Property
  void build_anyHistories_countsEachTripleInOrder(@ForAll("histories") List<PurchaseHistory> all) {
    TreeMap<String, Long> counts = new TreeMap<>();
    all.forEach(one -> counts.merge(
        one.repeatPurchases() + " " + one.age() + " " + one.recencyOfLast(), 1L, Long::sum));
    List<String> expected = new ArrayList<>();
    counts.forEach((triple, count) -> expected.add(triple + " " + count));

    assertThat(rows(histogram(all))).isEqualTo(expected);
    assertThat(histogram(all).customers()).isEqualTo(all.size());
  }

  @Property
  void build_anyOrder_isTheSame(@ForAll("histories") List<PurchaseHistory> all, @ForAll long seed) {
    List<PurchaseHistory> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(rows(histogram(shuffled))).isEqualTo(rows(histogram(all)));
  }

  @Property
  void merge_anyParts_equalsTheWhole(
      @ForAll("histories") List<PurchaseHistory> some,
      @ForAll("histories") List<PurchaseHistory> more,
      @ForAll("histories") List<PurchaseHistory> rest) {
    List<PurchaseHistory> all = new ArrayList<>(some);
    all.addAll(more);
    all.addAll(rest);
    PurchaseHistogram a = histogram(some);
    PurchaseHistogram b = histogram(more);
    PurchaseHistogram c = histogram(rest);

    assertThat(rows(a.merge(b).merge(c))).isEqualTo(rows(histogram(all)));
    assertThat(rows(a.merge(b.merge(c)))).isEqualTo(rows(histogram(all)));
    assertThat(rows(b.merge(a))).isEqualTo(rows(a.merge(b)));
  }

  @Test
  void build_manyDifferentTriples_growsWithoutLoss() {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.DAY);
    for (int i = 0; i < 5000; i++) {
      builder.add(1 + i % 7, i % 50, 50 + i, 2);
    }
    PurchaseHistogram histogram = builder.build();
    assertThat(histogram.uniqueTriples()).isEqualTo(5000);
    assertThat(histogram.customers()).isEqualTo(10_000);
  }

  @Test
  void merge_otherUnit_isRefused() {
    PurchaseHistogram days = histogram(List.of());
    PurchaseHistogram weeks = Histories.histogram(TimeScale.WEEK, List.of());
    assertThatThrownBy(() -> days.merge(weeks)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void add_impossibleHistory_saysWhatMustHold() {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.DAY);
    assertThatThrownBy(() -> builder.add(1, 8, 7)).hasMessageContaining("recencyOfLast is 8.0");
    assertThatThrownBy(() -> builder.add(0, 3, 7))
        .hasMessageContaining("without a repeat purchase");
    assertThatThrownBy(() -> builder.add(-1, 0, 7)).hasMessageContaining("repeatPurchases is -1");
    assertThatThrownBy(() -> builder.add(1, 0, Double.NaN)).hasMessageContaining("age is NaN");
    assertThatThrownBy(() -> builder.add(1, 0, 7, -1)).hasMessageContaining("customers is -1");
  }

  @Test
  void findObstacle_nothingToLearnFrom_saysWhy() {
    assertThat(code(List.of())).isEqualTo("NO_CUSTOMERS");
    assertThat(code(List.of(new PurchaseHistory(0, 0, 0)))).isEqualTo("NO_OBSERVATION_TIME");
    assertThat(code(List.of(new PurchaseHistory(0, 0, 9)))).isEqualTo("NO_REPEAT_PURCHASES");
    assertThat(histogram(List.of(new PurchaseHistory(1, 2, 9))).findObstacle()).isEmpty();
  }

  private static String code(List<PurchaseHistory> histories) {
    return histogram(histories).findObstacle().map(Verdict::code).orElseThrow();
  }
}
