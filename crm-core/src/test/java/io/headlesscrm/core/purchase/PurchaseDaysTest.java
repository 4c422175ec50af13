package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.Samples.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was bought day by day, and of how many items a purchase is. */
class PurchaseDaysTest {

  private static final LocalDate FAR = LocalDate.of(2028, 1, 1);
  private static final CustomerId C = CustomerId.of("C");

  @Provide
  Arbitrary<List<Row>> rows() {
    return Samples.rows();
  }

  private static Row sale(int day, long amount, String number, int items) {
    return new Row("C", day, amount, PurchaseKind.SALE, number, null, items);
  }

  private static PurchaseDays days(CustomerBase base) {
    return base.findPurchaseDays(base.findRow(C).orElseThrow()).orElseThrow();
  }

  private static List<Integer> items(PurchaseDays days) {
    return IntStream.range(0, days.size()).mapToObj(days::items).toList();
  }

  private static List<Long> spends(PurchaseDays days) {
    return IntStream.range(0, days.size()).mapToObj(days::spendMinor).toList();
  }

  private static List<Row> history() {
    return List.of(
        sale(4, 500, "I1", 2),
        sale(4, 100, "I1", 3),
        sale(4, 250, "I2", 1),
        sale(9, 700, "I3", 6),
        new Row("C", 10, 0, PurchaseKind.FREE_OF_CHARGE, "I4", null, 8),
        new Row("C", 12, -700, PurchaseKind.RETURN, "C5", "I3", 6),
        new Row("C", 15, -20, PurchaseKind.RETURN, null, null, 1),
        sale(20, 50, null, 1));
  }

  @Test
  void findPurchaseDays_oneCustomer_byHand() {
    CustomerBase base = Samples.log(history()).asOf(FAR);
    PurchaseDays days = days(base);

    assertThat(items(days)).containsExactly(6, 6, 1);
    assertThat(spends(days)).containsExactly(850L, 700L, 50L);
    assertThat(days.epochDay(1)).isEqualTo((int) Samples.DAY_0.plusDays(9).toEpochDay());
    assertThat(days.returns()).isEqualTo(2);
    assertThat(days).hasToString("3 purchase days, 2 returns");
    assertThat(base.isItemised()).isTrue();
  }

  @Test
  void findPurchaseDays_earlierDate_knowsNothingOfWhatCameLater() {
    PurchaseLog log = Samples.log(history());
    CustomerBase earlier = log.asOf(FAR).findEarlier(Samples.DAY_0.plusDays(13)).orElseThrow();

    assertThat(items(days(earlier))).containsExactly(6, 6);
    assertThat(days(earlier).returns()).isEqualTo(1);
    assertThat(days(log.asOf(Samples.DAY_0.plusDays(5))).returns()).isZero();
  }

  @Test
  void findPurchaseDays_otherPolicies_countWhatTheyAdmit() {
    PurchaseLog log = Samples.log(history());

    assertThat(items(days(log.asOf(FAR, ReturnsPolicy.GROSS)))).containsExactly(6, 6, 8, 1);
    // the whole of the second day was taken back
    assertThat(spends(days(log.asOf(FAR, ReturnsPolicy.MATCHED)))).containsExactly(850L, 50L);
    assertThat(days(log.asOf(FAR, ReturnsPolicy.MATCHED)).returns()).isEqualTo(2);
  }

  /** Items in the future alone say nothing of now. */
  @Test
  void isItemised_onlyLaterPurchases_false() {
    PurchaseLog log = Samples.log(List.of(sale(1, 100, null, 1), sale(5, 100, null, 3)));

    assertThat(log.asOf(Samples.DAY_0.plusDays(5)).isItemised()).isFalse();
    assertThat(log.asOf(Samples.DAY_0.plusDays(6)).isItemised()).isTrue();
  }

  @Test
  void findPurchaseDays_summaries_areNotParted() {
    CustomerBase base = CustomerBase.of(
        Map.of(C, PurchaseSummary.empty().withPurchase(Samples.DAY_0, 100)), FAR, Samples.EUR);

    assertThat(base.findPurchaseDays(0)).isEmpty();
    assertThat(base.isItemised()).isFalse();
  }

  /** A log of which nobody knows items takes no more room than before. */
  @Test
  void build_oneItemEach_keepsNoColumn() {
    PurchaseLog own = Samples.log(List.of(sale(1, 100, null, 1), sale(2, 100, null, 1)));
    PurchaseLog numbered = Samples.log(List.of(sale(1, 100, "I1", 1), sale(2, 100, "I2", 1)));
    PurchaseLog lines = Samples.log(List.of(sale(1, 100, "I1", 1), sale(1, 100, "I1", 1)));

    assertThat(own.entries().isItemised()).isFalse();
    assertThat(numbered.entries().isItemised()).isFalse();
    assertThat(own.merge(numbered).entries().isItemised()).isFalse();
    assertThat(lines.entries().isItemised()).isTrue();
  }

  @Test
  void add_purchaseWithLines_itemsAreTheirUnits() {
    Purchase purchase = Samples.builder("P1", "C", Samples.DAY_0)
        .line(new PurchaseLine("apples", new BigDecimal("2.5"), new BigDecimal("1.00")))
        .line(new PurchaseLine("saffron", new BigDecimal("0.01"), new BigDecimal("400")))
        .line(new PurchaseLine("bag", BigDecimal.ONE, BigDecimal.ZERO))
        .amountOfLines(Samples.EUR)
        .build();
    PurchaseLog log = PurchaseLogBuilder.of(Samples.EUR).add(purchase).build();

    assertThat(items(days(log.asOf(FAR)))).containsExactly(4);
    assertThat(items(days(log.asOf(FAR, ReturnsPolicy.GROSS)))).containsExactly(5);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-6, 6", "2.5, 3", "2.49, 2", "0.001, 1", "0, 1", "1e30, 2147483647"})
  void of_quantity_wholeUnitsAtLeastOne(BigDecimal quantity, int items) {
    assertThat(ItemCount.of(quantity)).isEqualTo(items);
  }

  @Test
  void addRow_noItems_isRefused() {
    assertThatThrownBy(() -> sale(1, 100, "I1", 0).addTo(PurchaseLogBuilder.of(Samples.EUR)))
        .hasMessageContaining("items is 0, it must be at least 1");
  }

  /** Beside maps of lists: items of rows with one number are summed at its earliest day. */
  @Property
  void findPurchaseDays_anyRows_sameItemsAsByHand(@ForAll("rows") List<Row> rows) {
    CustomerBase base = Samples.log(rows).asOf(FAR);
    Map<String, TreeMap<Integer, Integer>> byHand = itemsByHand(rows);

    assertThat(byHand).hasSize(base.size());
    byHand.forEach((customer, expected) -> {
      int row = base.findRow(CustomerId.of(customer)).orElseThrow();
      PurchaseDays days = base.findPurchaseDays(row).orElseThrow();
      assertThat(items(days)).containsExactlyElementsOf(expected.values());
      assertThat(spends(days).stream().mapToLong(one -> one).sum()).isEqualTo(base.spendMinor(row));
    });
  }

  private static Map<String, TreeMap<Integer, Integer>> itemsByHand(List<Row> rows) {
    TreeMap<String, List<Row>> byPurchase = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String number = row.purchase() == null ? "row " + i : "number " + row.purchase();
      byPurchase
          .computeIfAbsent(row.customer() + "|" + number, key -> new ArrayList<>())
          .add(row);
    }
    Map<String, TreeMap<Integer, Integer>> items = new TreeMap<>();
    for (List<Row> lines : byPurchase.values()) {
      int day = lines.stream().mapToInt(Row::day).min().orElseThrow();
      for (Row line : lines) {
        if (line.kind() == PurchaseKind.SALE) {
          items
              .computeIfAbsent(line.customer(), key -> new TreeMap<>())
              .merge(day, line.items(), Integer::sum);
        }
      }
    }
    return items;
  }
}
