package io.headlesscrm.core.purchase;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects purchases in any order and builds a {@link PurchaseLog} in one pass. The log is the same to the bit for
 * every order of rows, every split into builders that are joined with {@link #addAll}, and every number of threads.
 *
 * <p>Not thread-safe: give each thread a builder of its own and join them.
 */
public final class PurchaseLogBuilder {

  /** Rows whose ids are looked up together, so that their cache misses overlap. */
  private static final int BATCH = 512;

  private static final int MAX_DAY = 100_000_000;

  private final ExchangeRates rates;
  private final ZoneId zone;
  private IdDictionary customers = new IdDictionary();
  private IdDictionary purchases = new IdDictionary();
  private final RowColumns rows = new RowColumns();
  private final long[] pendingTags = new long[BATCH];
  private final int[] pendingStamps = new int[BATCH];
  private final long[] pendingAmounts = new long[BATCH];
  private final int[] pendingCustomers = new int[BATCH];
  private final int[] pendingItems = new int[BATCH];
  private boolean itemised;
  private int pending;

  @SuppressWarnings("unused")
  private long touched;

  private PurchaseLogBuilder(ExchangeRates rates, ZoneId zone) {
    this.rates = rates;
    this.zone = zone;
    Arrays.fill(pendingItems, ItemCount.ONE);
  }

  /**
   * A log in one currency, whose days begin at midnight UTC.
   *
   * @param currency the only currency that is accepted
   * @return an empty builder
   */
  public static PurchaseLogBuilder of(Currency currency) {
    return of(ExchangeRates.none(currency), ZoneOffset.UTC);
  }

  /**
   * A log in the target currency of the rates.
   *
   * @param rates convert every other currency at the rate of the purchase's day
   * @param zone in which a day begins
   * @return an empty builder
   */
  public static PurchaseLogBuilder of(ExchangeRates rates, ZoneId zone) {
    return new PurchaseLogBuilder(requireNonNull(rates, "rates"), requireNonNull(zone, "zone"));
  }

  /**
   * Adds a purchase. When its lines add up to its amount, sales, free deliveries and returns among them are kept
   * apart; else the purchase counts as a whole by {@link Purchase#kind()}. Its items are the quantities of its lines, each
   * rounded to whole units and at least one; without lines it is of one item.
   *
   * @param purchase in the currency of the log, or in one with a rate for its day
   * @return this builder
   * @throws IllegalArgumentException when there is no rate for its currency on its day
   */
  public PurchaseLogBuilder add(Purchase purchase) {
    LocalDate day = LocalDate.ofInstant(purchase.instant(), zone);
    int reversal = purchase.reversalOf() == null
        ? Entry.NO_ID
        : purchases.ordinalOf(purchase.reversalOf().value());
    int customer = customers.ordinalOf(purchase.customer().value());
    int number = purchases.ordinalOf(purchase.id().value());
    parts(purchase)
        .forEach((kind, amount) -> rows.add(
            customer,
            Entry.stamp((int) day.toEpochDay(), kind),
            rates.convert(amount, day).minorUnits(),
            number,
            kind == PurchaseKind.RETURN ? reversal : Entry.NO_ID,
            kept(items(purchase, kind), kind)));
    return this;
  }

  /**
   * Adds a purchase of which no more is known; two of these are always two purchases.
   *
   * @param customer who bought
   * @param day when
   * @param amount negative for a return
   * @return this builder
   * @throws IllegalArgumentException when there is no rate for its currency on its day
   */
  public PurchaseLogBuilder add(CustomerId customer, LocalDate day, Money amount) {
    char[] id = customer.value().toCharArray();
    PurchaseKind kind = amount.minorUnits() < 0 ? PurchaseKind.RETURN : PurchaseKind.SALE;
    return addRow(
        id, 0, id.length, (int) day.toEpochDay(), rates.convert(amount, day).minorUnits(), kind);
  }

  /**
   * Adds a row that is a purchase of its own and of one item, as an importer has it: no object is made.
   *
   * @param text holds the customer's id
   * @param start where the id starts
   * @param length of the id, above 0
   * @param epochDay days since 1970-01-01
   * @param minorUnits in the currency of the log; negative for a return
   * @param kind what the row is
   * @return this builder
   */
  public PurchaseLogBuilder addRow(
      char[] text, int start, int length, int epochDay, long minorUnits, PurchaseKind kind) {
    requireRow(length, epochDay);
    return addOwn(text, start, length, epochDay, minorUnits, kind, ItemCount.ONE);
  }

  private PurchaseLogBuilder addOwn(
      char[] text,
      int start,
      int length,
      int epochDay,
      long minorUnits,
      PurchaseKind kind,
      int items) {
    int stamp = Entry.stamp(epochDay, kind);
    long tag = InlineTag.of(text, start, length);
    if (tag == 0) {
      rows.add(
          customers.ordinalOf(text, start, length),
          stamp,
          minorUnits,
          Entry.NO_ID,
          Entry.NO_ID,
          items);
      return this;
    }
    if (items != ItemCount.ONE) {
      itemised = true;
      pendingItems[pending] = items;
    }
    pendingTags[pending] = tag;
    pendingStamps[pending] = stamp;
    pendingAmounts[pending] = minorUnits;
    if (++pending == BATCH) {
      flush();
    }
    return this;
  }

  /**
   * Adds a row of one item that belongs to the purchase of that number, or takes one back: rows of a customer with one
   * number are one purchase, at its earliest day.
   *
   * @param text holds the customer's id
   * @param start where the id starts
   * @param length of the id, above 0
   * @param epochDay days since 1970-01-01
   * @param minorUnits in the currency of the log; negative for a return
   * @param kind what the row is
   * @param purchase the number of the order, shipment or invoice, not empty; null for a purchase of its own
   * @param reversalOf the number of the purchase that this return takes back; null when not known
   * @return this builder
   */
  public PurchaseLogBuilder addRow(
      char[] text,
      int start,
      int length,
      int epochDay,
      long minorUnits,
      PurchaseKind kind,
      @Nullable CharSequence purchase,
      @Nullable CharSequence reversalOf) {
    return addRow(
        text, start, length, epochDay, minorUnits, kind, purchase, reversalOf, ItemCount.ONE);
  }

  /**
   * Adds a row that belongs to the purchase of that number, or takes one back: rows of a customer with one number are
   * one purchase, at its earliest day.
   *
   * @param text holds the customer's id
   * @param start where the id starts
   * @param length of the id, above 0
   * @param epochDay days since 1970-01-01
   * @param minorUnits in the currency of the log; negative for a return
   * @param kind what the row is
   * @param purchase the number of the order, shipment or invoice, not empty; null for a purchase of its own
   * @param reversalOf the number of the purchase that this return takes back; null when not known
   * @param items how many units were bought, at least 1; 1 where nobody counted them. Those of rows that are one purchase
   *     are summed; those of returns are not kept
   * @return this builder
   */
  public PurchaseLogBuilder addRow(
      char[] text,
      int start,
      int length,
      int epochDay,
      long minorUnits,
      PurchaseKind kind,
      @Nullable CharSequence purchase,
      @Nullable CharSequence reversalOf,
      int items) {
    requireRow(length, epochDay);
    requireItems(items);
    if (purchase == null && reversalOf == null) {
      return addOwn(text, start, length, epochDay, minorUnits, kind, kept(items, kind));
    }
    rows.add(
        customers.ordinalOf(text, start, length),
        Entry.stamp(epochDay, kind),
        minorUnits,
        purchase == null ? Entry.NO_ID : purchases.ordinalOf(purchase),
        reversalOf == null ? Entry.NO_ID : purchases.ordinalOf(reversalOf),
        kept(items, kind));
    return this;
  }

  /**
   * Renames the customers of all rows so far; those that get one name become one customer.
   *
   * @param names from the old name to the new one, which must not be blank
   * @return this builder
   */
  public PurchaseLogBuilder renameCustomers(UnaryOperator<String> names) {
    flush();
    IdDictionary renamed = new IdDictionary();
    rows.replaceCustomers(new IdRenaming(customers, renamed, names)::rename);
    customers = renamed;
    return this;
  }

  /**
   * Renames the purchases of all rows so far; rows of a customer that get one number become one purchase.
   *
   * @param numbers from the old number of a purchase to the new one, which must not be blank
   * @param reversals the same for the numbers by which returns name what they take back
   * @return this builder
   */
  public PurchaseLogBuilder renamePurchases(
      UnaryOperator<String> numbers, UnaryOperator<String> reversals) {
    IdDictionary renamed = new IdDictionary();
    rows.replacePurchases(
        new IdRenaming(purchases, renamed, numbers)::rename,
        new IdRenaming(purchases, renamed, reversals)::rename);
    purchases = renamed;
    return this;
  }

  /**
   * Adds all rows of another builder.
   *
   * @param other of the same currency; stays as it is
   * @return this builder
   * @throws IllegalArgumentException for another currency
   */
  public PurchaseLogBuilder addAll(PurchaseLogBuilder other) {
    if (!currency().equals(other.currency())) {
      throw new IllegalArgumentException("currencies are " + currency() + " and " + other.currency()
          + ", they must be the same. Maybe give both builders the same ExchangeRates?");
    }
    other.flush();
    rows.addAll(other.rows, customers.addAll(other.customers), purchases.addAll(other.purchases));
    return this;
  }

  /**
   * The currency of the log.
   *
   * @return ISO 4217
   */
  public Currency currency() {
    return rates.target();
  }

  /**
   * The log, built on the caller's thread.
   *
   * @return an immutable log of all rows so far
   */
  public PurchaseLog build() {
    return build(Runnable::run, 1);
  }

  /**
   * The log, built by several tasks.
   *
   * @param executor runs all tasks but one, which runs on the caller's thread
   * @param tasks at least 1; does not change the result
   * @return an immutable log of all rows so far
   */
  public PurchaseLog build(Executor executor, int tasks) {
    if (tasks < 1) {
      throw new IllegalArgumentException("tasks is " + tasks + ", it must be at least 1");
    }
    flush();
    return new LogAssembly(rows, customers, purchases, executor, tasks).assemble(currency());
  }

  private void flush() {
    touched = customers.ordinalsOfInline(pendingTags, pending, pendingCustomers);
    if (itemised) {
      flushItemised();
    } else {
      rows.addAll(pendingCustomers, pendingStamps, pendingAmounts, pending);
    }
    pending = 0;
  }

  private void flushItemised() {
    for (int i = 0; i < pending; i++) {
      rows.add(
          pendingCustomers[i],
          pendingStamps[i],
          pendingAmounts[i],
          Entry.NO_ID,
          Entry.NO_ID,
          pendingItems[i]);
    }
    Arrays.fill(pendingItems, ItemCount.ONE);
    itemised = false;
  }

  private static int kept(int items, PurchaseKind kind) {
    return kind == PurchaseKind.RETURN ? ItemCount.ONE : items;
  }

  /** The units of all lines of that kind; of all lines where none is, because the purchase counts as a whole. */
  private static int items(Purchase purchase, PurchaseKind kind) {
    List<PurchaseLine> ofKind =
        purchase.lines().stream().filter(line -> line.kind() == kind).toList();
    return (ofKind.isEmpty() ? purchase.lines() : ofKind)
        .stream()
            .mapToInt(line -> ItemCount.of(line.quantity()))
            .reduce(ItemCount::sum)
            .orElse(ItemCount.ONE);
  }

  private static Map<PurchaseKind, Money> parts(Purchase purchase) {
    Map<PurchaseKind, Money> byKind = new EnumMap<>(PurchaseKind.class);
    for (PurchaseLine line : purchase.lines()) {
      byKind.merge(line.kind(), line.amount(purchase.amount().currency()), Money::plus);
    }
    boolean addsUp = byKind.values().stream()
        .reduce(Money::plus)
        .filter(purchase.amount()::equals)
        .isPresent();
    return addsUp && purchase.reversalOf() == null
        ? byKind
        : Map.of(purchase.kind(), purchase.amount());
  }

  private static void requireRow(int length, int epochDay) {
    if (length < 1) {
      throw new IllegalArgumentException(
          "the customer id is empty. Maybe the row should be rejected?");
    }
    if (Math.abs(epochDay) > MAX_DAY) {
      throw new IllegalArgumentException("epochDay is " + epochDay + ", it must be within "
          + MAX_DAY + " days of 1970. Maybe it counts seconds?");
    }
  }

  private static void requireItems(int items) {
    if (items < 1) {
      throw new IllegalArgumentException(
          "items is " + items + ", it must be at least 1. Maybe give 1 where nobody counted them?");
    }
  }
}
