package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Samples.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PurchaseLogTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate FAR = LocalDate.of(2028, 1, 1);

  @Provide
  Arbitrary<List<Row>> rows() {
    return Samples.rows();
  }

  @Property
  void build_anyOrder_sameLog(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    assertThat(Samples.log(Samples.shuffled(rows, seed))).isEqualTo(Samples.log(rows));
  }

  @Property
  void merge_anySplit_equalsOnePass(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    List<List<Row>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Random random = new Random(seed);
    rows.forEach(row -> parts.get(random.nextInt(3)).add(row));
    PurchaseLog a = Samples.log(parts.get(0));
    PurchaseLog b = Samples.log(parts.get(1));
    PurchaseLog c = Samples.log(parts.get(2));

    assertThat(a.merge(b).merge(c)).isEqualTo(Samples.log(rows));
    assertThat(a.merge(b.merge(c))).isEqualTo(Samples.log(rows));
    assertThat(c.merge(b).merge(a)).isEqualTo(Samples.log(rows));
  }

  @Property
  void addAll_anySplit_equalsOnePass(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    PurchaseLogBuilder left = PurchaseLogBuilder.of(Samples.EUR);
    PurchaseLogBuilder right = PurchaseLogBuilder.of(Samples.EUR);
    Random random = new Random(seed);
    rows.forEach(row -> row.addTo(random.nextBoolean() ? left : right));

    assertThat(left.addAll(right).build()).isEqualTo(Samples.log(rows));
  }

  @Property
  void asOf_salesBuiltByHand_sameSummaries(@ForAll("rows") List<Row> rows) {
    CustomerBase base = Samples.log(rows).asOf(FAR);
    SortedMap<CustomerId, PurchaseSummary> byHand = Samples.salesByHand(rows);

    assertThat(base.size()).isEqualTo(byHand.size());
    for (int row = 0; row < base.size(); row++) {
      PurchaseSummary expected = byHand.get(base.customer(row));
      assertThat(base.summary(row)).isEqualTo(expected);
      assertThat(base.purchases(row)).isEqualTo(expected.purchases());
      assertThat(base.spendMinor(row)).isEqualTo(expected.spendMinor());
      assertThat(base.repeatPurchases(row)).isEqualTo(expected.repeatPurchases());
      assertThat(base.recencyOfLast(row)).isEqualTo(expected.recencyOfLast());
      assertThat(base.findRow(base.customer(row))).hasValue(row);
    }
    assertThat(byHand.keySet().stream().toList())
        .as("rows ascend by id")
        .isEqualTo(IntStream.range(0, base.size()).mapToObj(base::customer).toList());
  }

  @Property
  void totals_eachPolicy_equalTheBaseOverAllDays(
      @ForAll("rows") List<Row> rows, @ForAll ReturnsPolicy policy) {
    PurchaseLog log = Samples.log(rows);
    CustomerBase base = log.asOf(FAR, policy);
    long total = 0;
    for (int row = 0; row < base.size(); row++) {
      total += base.spendMinor(row);
    }
    if (policy != ReturnsPolicy.MATCHED) {
      assertThat(log.totals(policy).total().minorUnits()).isEqualTo(total);
      assertThat(log.totals(policy).customers()).isEqualTo(base.size());
    }
  }

  @Test
  void build_manyRowsAndThreads_sameLog() throws InterruptedException {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Samples.EUR);
    Random random = new Random(7);
    for (int i = 0; i < 300_000; i++) {
      // one customer in a hundred thousand is heavy: both ways of sorting are taken
      String id = random.nextInt(3) == 0 ? "heavy" : "C" + random.nextInt(50_000);
      new Row(id, random.nextInt(700), random.nextInt(10_000), PurchaseKind.SALE, null, null)
          .addTo(builder);
    }
    PurchaseLog single = builder.build();
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      assertThat(builder.build(executor, 2)).isEqualTo(single);
      assertThat(builder.build(executor, 8)).isEqualTo(single);
    } finally {
      executor.shutdown();
    }
    assertThat(single.totals(ReturnsPolicy.SALES).purchases()).isEqualTo(300_000);
  }

  @Test
  void asOf_purchaseOnTheDay_doesNotCount() {
    PurchaseLog log = PurchaseLogBuilder.of(Samples.EUR)
        .add(Samples.purchase("1", "C1", MARCH, "10.00"))
        .add(Samples.purchase("2", "C1", MARCH.plusDays(1), "20.00"))
        .build();

    CustomerBase base = log.asOf(MARCH.plusDays(1));

    assertThat(base.recencyDays(0)).isEqualTo(1);
    assertThat(base.spend(0)).isEqualTo(Money.of("10.00", "EUR"));
    assertThat(log.through(MARCH.plusDays(1), ReturnsPolicy.SALES).spend(0))
        .isEqualTo(Money.of("30.00", "EUR"));
  }

  @Test
  void add_linesOfOneInvoiceInTwoParts_onePurchaseAtItsEarliestDay() {
    PurchaseLog log = Samples.log(List.of(
        new Row("C1", 5, 100, PurchaseKind.SALE, "I1", null),
        new Row("C1", 3, 50, PurchaseKind.SALE, "I1", null)));

    CustomerBase base = log.asOf(FAR);

    assertThat(base.purchases(0)).isEqualTo(1);
    assertThat(base.spendMinor(0)).isEqualTo(150);
    assertThat(base.summary(0).firstDay()).isEqualTo(Samples.DAY_0.plusDays(3));
  }

  @Test
  void add_equalRowsWithoutNumber_allKept() {
    Row row = new Row("C1", 5, 100, PurchaseKind.SALE, null, null);

    CustomerBase base = Samples.log(List.of(row, row, row)).asOf(FAR);

    assertThat(base.purchases(0)).isEqualTo(3);
    assertThat(base.repeatPurchases(0)).isZero();
  }

  @Test
  void net_saleAndReturn_returnReducesAmountAndMovesNoDay() {
    PurchaseLog log = Samples.log(List.of(
        new Row("C1", 1, 100, PurchaseKind.SALE, null, null),
        new Row("C1", 9, -130, PurchaseKind.RETURN, null, null)));

    CustomerBase net = log.asOf(FAR, ReturnsPolicy.NET);
    CustomerBase floored = log.asOf(FAR, ReturnsPolicy.NET_FLOORED);

    assertThat(net.spendMinor(0)).isEqualTo(-30);
    assertThat(floored.spendMinor(0)).isZero();
    assertThat(net.purchases(0)).isEqualTo(1);
    assertThat(net.summary(0).lastDay()).isEqualTo(Samples.DAY_0.plusDays(1));
  }

  @Test
  void net_onlyReturns_customerKeptWithoutPurchases() {
    CustomerBase net = Samples.log(List.of(new Row("C1", 9, -130, PurchaseKind.RETURN, null, null)))
        .asOf(Samples.DAY_0.plusDays(10), ReturnsPolicy.NET);

    assertThat(net.purchases(0)).isZero();
    assertThat(net.recencyDays(0)).isEqualTo(1);
    assertThat(net.spendMinor(0)).isEqualTo(-130);
  }

  @Test
  void matched_creditNoteNamesItsPurchase_purchaseReducedFromThatDayOn() {
    PurchaseLog log = PurchaseLogBuilder.of(Samples.EUR)
        .add(Samples.purchase("I1", "C1", MARCH, "100.00"))
        .add(Samples.purchase("I2", "C1", MARCH.plusDays(2), "40.00"))
        .add(Samples.builder("K1", "C1", MARCH.plusDays(5))
            .amount(Money.of("-40.00", "EUR"))
            .reversalOf(PurchaseId.of("I2"))
            .build())
        .add(Samples.builder("K2", "C1", MARCH.plusDays(6))
            .amount(Money.of("-7.00", "EUR"))
            .build())
        .build();

    CustomerBase before = log.asOf(MARCH.plusDays(5), ReturnsPolicy.MATCHED);
    CustomerBase after = log.asOf(MARCH.plusDays(9), ReturnsPolicy.MATCHED);

    assertThat(before.purchases(0)).isEqualTo(2);
    assertThat(before.spend(0)).isEqualTo(Money.of("140.00", "EUR"));
    assertThat(after.purchases(0)).as("nothing is left of I2").isEqualTo(1);
    assertThat(after.spend(0)).as("K2 names no purchase").isEqualTo(Money.of("100.00", "EUR"));
    assertThat(after.summary(0).lastDay()).isEqualTo(MARCH);
  }

  @Test
  void matched_creditNoteBeforeItsPurchaseOrInAnotherLog_matchedAfterMerge() {
    PurchaseLog purchases = PurchaseLogBuilder.of(Samples.EUR)
        .add(Samples.purchase("I1", "C1", MARCH, "100.00"))
        .build();
    PurchaseLog credits = PurchaseLogBuilder.of(Samples.EUR)
        .add(Samples.builder("K1", "C1", MARCH.plusDays(5))
            .amount(Money.of("-30.00", "EUR"))
            .reversalOf(PurchaseId.of("I1"))
            .build())
        .build();

    CustomerBase base = credits.merge(purchases).asOf(FAR, ReturnsPolicy.MATCHED);

    assertThat(base.spend(0)).isEqualTo(Money.of("70.00", "EUR"));
  }

  @Test
  void add_purchaseWithLines_salesFreeDeliveriesAndReturnsKeptApart() {
    Purchase purchase = Samples.builder("I1", "C1", MARCH)
        .line(new PurchaseLine("A", new BigDecimal("3"), new BigDecimal("2.005")))
        .line(new PurchaseLine("sample", BigDecimal.ONE, BigDecimal.ZERO))
        .line(new PurchaseLine("B", new BigDecimal("-1"), new BigDecimal("1.00")))
        .amountOfLines(Samples.EUR)
        .build();
    PurchaseLog log = PurchaseLogBuilder.of(Samples.EUR).add(purchase).build();

    assertThat(purchase.amount()).isEqualTo(Money.of("5.02", "EUR"));
    assertThat(log.totals(ReturnsPolicy.SALES).total()).isEqualTo(Money.of("6.02", "EUR"));
    assertThat(log.totals(ReturnsPolicy.NET))
        .isEqualTo(new ScopeTotals(1, 1, Money.of("5.02", "EUR")));
    assertThat(log.asOf(FAR, ReturnsPolicy.GROSS).purchases(0)).isEqualTo(1);
  }

  @Test
  void add_otherCurrency_convertedAtTheRateOfTheDay() {
    ExchangeRates rates = ExchangeRates.into(Samples.EUR)
        .rate(Currency.getInstance("USD"), MARCH, new BigDecimal("0.9"))
        .rate(Currency.getInstance("USD"), MARCH.plusDays(3), new BigDecimal("0.8"))
        .build();
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(rates, ZoneId.of("UTC"));

    builder.add(CustomerId.of("C1"), MARCH.plusDays(2), Money.of("10.00", "USD"));
    builder.add(CustomerId.of("C1"), MARCH.plusDays(3), Money.of("10.00", "USD"));

    assertThat(builder.build().asOf(FAR).spend(0)).isEqualTo(Money.of("17.00", "EUR"));
    assertThatThrownBy(
            () -> builder.add(CustomerId.of("C1"), MARCH.minusDays(1), Money.of("10.00", "USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no rate from USD into EUR on 2026-02-28");
  }

  @Test
  void add_zone_decidesTheDay() {
    Purchase lateEvening = Purchase.builder(
            PurchaseId.of("1"), CustomerId.of("C1"), Instant.parse("2026-02-28T20:00:00Z"))
        .amount(Money.of("1.00", "EUR"))
        .build();

    PurchaseLog shanghai = PurchaseLogBuilder.of(
            ExchangeRates.none(Samples.EUR), ZoneId.of("Asia/Shanghai"))
        .add(lateEvening)
        .build();

    assertThat(shanghai.asOf(FAR).summary(0).firstDay()).isEqualTo(MARCH);
  }

  @Test
  void merge_otherCurrency_refused() {
    PurchaseLog euro = PurchaseLogBuilder.of(Samples.EUR).build();
    PurchaseLog yuan = PurchaseLogBuilder.of(Currency.getInstance("CNY")).build();

    assertThatThrownBy(() -> euro.merge(yuan)).hasMessageContaining("EUR and CNY");
  }

  @Test
  void empty_log_everyViewIsEmpty() {
    PurchaseLog log = PurchaseLogBuilder.of(Samples.EUR).build();

    assertThat(log.isEmpty()).isTrue();
    assertThat(log.asOf(MARCH).size()).isZero();
    assertThat(log.totals(ReturnsPolicy.NET))
        .isEqualTo(new ScopeTotals(0, 0, Money.of("0.00", "EUR")));
    assertThat(log.merge(log)).isEqualTo(log);
    assertThatThrownBy(log::window)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty");
  }

  @Property
  void findEarlier_anyDay_isTheBaseOfThatDay(@ForAll("rows") List<Row> rows) {
    PurchaseLog log = Samples.log(rows);
    CustomerBase base = log.asOf(FAR);
    if (log.isEmpty()) {
      return;
    }
    for (LocalDate day = log.window().start().plusDays(1);
        day.isBefore(log.window().start().plusDays(40));
        day = day.plusDays(13)) {
      CustomerBase expected = log.asOf(day);
      CustomerBase earlier = base.findEarlier(day).orElseThrow();

      assertThat(earlier.size()).isEqualTo(expected.size());
      for (int row = 0; row < earlier.size(); row++) {
        assertThat(earlier.customer(row)).isEqualTo(expected.customer(row));
        assertThat(earlier.summary(row)).isEqualTo(expected.summary(row));
        assertThat(earlier.spendMinor(row)).isEqualTo(expected.spendMinor(row));
      }
    }
  }

  @Test
  void findEarlier_summariesOrDayOutside_emptyOrRefused() {
    PurchaseSummary summary = PurchaseSummary.empty().withPurchase(MARCH, 100);
    CustomerBase base = CustomerBase.of(Map.of(CustomerId.of("C"), summary), FAR, Samples.EUR);

    assertThat(base.findEarlier(MARCH.plusDays(1))).isEmpty();
    assertThatThrownBy(() -> base.findEarlier(MARCH)).hasMessageContaining("it must be after");
    assertThatThrownBy(() -> base.findEarlier(FAR.plusDays(1)))
        .hasMessageContaining("and not after");
  }
}
