package io.headlesscrm.segmentation.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.OnlineRetail;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SharedData;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against pandas 1.5.3 on the sales of Online Retail: 4,338 customers and 3,665 items. */
class AbcOracleTest {

  private static final String CUSTOMERS = "oracle/online_retail_customers_pandas_rfm_abc.csv.gz";
  private static final String ITEMS = "oracle/online_retail_items_abc.csv.gz";

  /** The bound of the rounding error of 4,338 doubles that are added one by one, as pandas adds; ours are exact. */
  private static final double SUMMED = 4338 * 0x1p-53;

  private static CustomerBase base;

  @BeforeAll
  static void read() {
    base = OnlineRetail.base();
  }

  @Test
  void segment_inclusive_equalsOracle() {
    Segmentation abc = Abc.byValue().segment(base);

    assertThat(sizes(abc)).containsExactly(1132, 1469, 1737);
    assertThat(classes(abc)).isEqualTo(oracle(CUSTOMERS, "CustomerID", "abc_incl"));
  }

  @Test
  void segment_crossing_equalsOracle() {
    Segmentation abc = Abc.builder().boundary(Boundary.CROSSING).build().segment(base);

    assertThat(sizes(abc)).containsExactly(1133, 1469, 1736);
    assertThat(classes(abc)).isEqualTo(oracle(CUSTOMERS, "CustomerID", "abc_cross"));
  }

  @Test
  void rank_customers_cumulativeSharesEqualOracle() {
    Map<String, String> expected = oracle(CUSTOMERS, "CustomerID", "abc_cum_share");

    Abc.byValue().rank(base).stream()
        .forEach(ranked -> assertThat(ranked.cumulativeShare())
            .as(ranked.toString())
            .isCloseTo(Double.parseDouble(expected.get(ranked.id())), within(SUMMED)));
  }

  @Test
  void rank_customers_classesAndConcentrationEqualOracle() {
    AbcRanking ranking = Abc.byValue().rank(base);
    Concentration concentration = ranking.concentration();

    assertThat(ranking.classes())
        .extracting(ClassShare::shareOfValue)
        .usingElementComparator((a, b) -> Math.abs(a - b) <= SUMMED ? 0 : Double.compare(a, b))
        .containsExactly(0.7998744979454929, 0.15007210925672024, 0.05005339279778675);
    assertThat(concentration.gini()).isCloseTo(0.7151396182099918, within(SUMMED));
    assertThat(concentration.hhi()).isCloseTo(0.004643601012415853, within(SUMMED));
    assertThat(concentration.topShare(.2)).isCloseTo(0.7459402694382331, within(SUMMED));
  }

  @Test
  void rank_items_equalsOracle() {
    AbcRanking ranking = Abc.byValue().rank(items());
    AbcRanking crossing = Abc.builder().boundary(Boundary.CROSSING).build().rank(items());

    assertThat(ranking.classes()).extracting(ClassShare::size).containsExactly(776, 922, 1967);
    assertThat(crossing.classes()).extracting(ClassShare::size).containsExactly(777, 922, 1966);
    assertThat(classes(ranking)).isEqualTo(oracle(ITEMS, "StockCode", "incl"));
    assertThat(classes(crossing)).isEqualTo(oracle(ITEMS, "StockCode", "cross"));
    assertThat(ranking.concentration().gini()).isCloseTo(0.7534275223411652, within(SUMMED));
    assertThat(ranking.concentration().hhi()).isCloseTo(0.002270133676180685, within(SUMMED));
    assertThat(ranking.concentration().topShare(.2)).isCloseTo(0.7864733427812233, within(SUMMED));
  }

  @Test
  void rank_items_cumulativeSharesEqualOracle() {
    Map<String, String> expected = oracle(ITEMS, "StockCode", "cum_share");

    Abc.byValue().rank(items()).stream()
        .forEach(ranked -> assertThat(ranked.cumulativeShare())
            .as(ranked.toString())
            .isCloseTo(Double.parseDouble(expected.get(ranked.id())), within(SUMMED)));
  }

  @Test
  void segment_byShareOfCustomers_fifteenAndEighty() {
    AbcModel model = Abc.builder().shareOf(ShareOf.CUSTOMERS).build().fit(base);

    // 5 % of 4,338 is 216.9, 20 % is 867.6
    assertThat(model.fit().sizes()).containsExactly(216, 651, 3471);
    assertThat(model.notices()).hasSize(1);
  }

  @Test
  void notices_byValue_sayHowFarTheFiveFifteenEightyRuleIsOff() {
    assertThat(Abc.byValue().fit(base).notices().get(0).toString())
        .startsWith("class A is 26.1% of the customers; cut at 5 and 20 % of the customers");
  }

  private static Map<String, Money> items() {
    return OnlineRetail.items().entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey, item -> new Money(item.getValue(), OnlineRetail.POUND)));
  }

  private static Iterable<Integer> sizes(Segmentation abc) {
    return abc.counts().values();
  }

  private static Map<String, String> classes(Segmentation abc) {
    Map<String, String> classes = new TreeMap<>();
    for (int row = 0; row < abc.size(); row++) {
      classes.put(base.customer(row).value(), abc.segment(row).code());
    }
    return classes;
  }

  private static Map<String, String> classes(AbcRanking ranking) {
    return ranking.stream()
        .collect(Collectors.toMap(
            RankedValue::id, ranked -> ranked.segment().code(), (a, b) -> a, TreeMap::new));
  }

  private static Map<String, String> oracle(String file, String id, String column) {
    Map<String, String> values = new TreeMap<>();
    SharedData.forEachRow(file, row -> values.put(row.getField(id), row.getField(column)));
    return values;
  }
}
