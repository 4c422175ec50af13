package io.headlesscrm.core.purchase;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of made-up rows, and the slow and obvious way to build what the log builds fast. */
final class Samples {

  static final Currency EUR = Currency.getInstance("EUR");
  static final LocalDate DAY_0 = LocalDate.of(2026, 1, 1);

  private Samples() {}

  /** A row as a test sees it; purchase and reversal may be null. */
  record Row(
      String customer,
      int day,
      long amount,
      PurchaseKind kind,
      String purchase,
      String reversal,
      int items) {

    Row(
        String customer,
        int day,
        long amount,
        PurchaseKind kind,
        String purchase,
        String reversal) {
      this(customer, day, amount, kind, purchase, reversal, 1);
    }

    void addTo(PurchaseLogBuilder builder) {
      char[] id = customer.toCharArray();
      int epochDay = (int) DAY_0.toEpochDay() + day;
      if (purchase == null && items == 1) {
        builder.addRow(id, 0, id.length, epochDay, amount, kind);
      } else {
        builder.addRow(id, 0, id.length, epochDay, amount, kind, purchase, reversal, items);
      }
    }
  }

  static PurchaseLog log(List<Row> rows) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    rows.forEach(row -> row.addTo(builder));
    return builder.build();
  }

  static List<Row> shuffled(List<Row> rows, long seed) {
    List<Row> copy = new ArrayList<>(rows);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  static Arbitrary<List<Row>> rows() {
    return row().list().ofMinSize(0).ofMaxSize(200);
  }

  static Arbitrary<Row> row() {
    Arbitrary<String> customers = Arbitraries.of(
        "1",
        "2",
        "10",
        "C0000001",
        "C00000012345",
        "a-long-customer-number-1",
        "a-long-customer-number-2",
        "顺丰速运",
        "é",
        "𠮷野家");
    Arbitrary<Integer> days = Arbitraries.integers().between(-400, 400);
    Arbitrary<Long> amounts = Arbitraries.longs().between(1, 100_000);
    Arbitrary<PurchaseKind> kinds = Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(PurchaseKind.SALE)),
        Tuple.of(1, Arbitraries.just(PurchaseKind.FREE_OF_CHARGE)),
        Tuple.of(2, Arbitraries.just(PurchaseKind.RETURN)));
    Arbitrary<String> numbers =
        Arbitraries.of("P1", "P2", "P3", "P4", "invoice-number-0001").injectNull(.5);
    Arbitrary<String> reversals = Arbitraries.of("P1", "P2", "P3").injectNull(.5);
    Arbitrary<Integer> items = Arbitraries.of(1, 1, 1, 2, 7);
    return Combinators.combine(customers, days, amounts, kinds, numbers, reversals, items)
        .as(Samples::row);
  }

  private static Row row(
      String customer,
      int day,
      long amount,
      PurchaseKind kind,
      String number,
      String reversal,
      int items) {
    long signed = switch (kind) {
      case SALE -> amount;
      case FREE_OF_CHARGE -> 0;
      case RETURN -> -amount;
    };
    boolean reverses = kind == PurchaseKind.RETURN && number != null && !number.equals(reversal);
    return new Row(customer, day, signed, kind, number, reverses ? reversal : null, items);
  }

  /** The summaries of all customers with a sale, one purchase at a time, from objects and maps. */
  static SortedMap<CustomerId, PurchaseSummary> salesByHand(List<Row> rows) {
    TreeMap<String, List<Row>> byPurchase = new TreeMap<>();
    int unnumbered = 0;
    for (Row row : rows) {
      String number = row.purchase() == null ? "none " + unnumbered++ : "number " + row.purchase();
      byPurchase
          .computeIfAbsent(row.customer() + "|" + number, key -> new ArrayList<>())
          .add(row);
    }
    TreeMap<CustomerId, PurchaseSummary> summaries = new TreeMap<>();
    for (List<Row> lines : byPurchase.values()) {
      int day = lines.stream().mapToInt(Row::day).min().orElseThrow();
      List<Row> sales =
          lines.stream().filter(line -> line.kind() == PurchaseKind.SALE).toList();
      if (!sales.isEmpty()) {
        long amount = sales.stream().mapToLong(Row::amount).sum();
        summaries.merge(
            CustomerId.of(sales.get(0).customer()),
            PurchaseSummary.empty().withPurchase(DAY_0.plusDays(day), amount),
            PurchaseSummary::merge);
      }
    }
    return summaries;
  }

  static Purchase purchase(String id, String customer, LocalDate day, String amount) {
    return builder(id, customer, day).amount(Money.of(amount, "EUR")).build();
  }

  static Purchase.Builder builder(String id, String customer, LocalDate day) {
    return Purchase.builder(
        PurchaseId.of(id),
        CustomerId.of(customer),
        day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
  }
}
