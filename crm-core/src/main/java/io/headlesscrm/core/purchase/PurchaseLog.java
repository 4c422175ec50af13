package io.headlesscrm.core.purchase;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All purchases of all customers, in columns: grouped by customer (in the order of their ids), sorted by day within a
 * customer. Immutable and thread-safe; 12 bytes a purchase, 8 more when purchases carry numbers and 4 more when some
 * purchase is of several items.
 *
 * <pre>{@code
 * PurchaseLog log = PurchaseLogBuilder.of(Currency.getInstance("EUR"))
 *     .add(CustomerId.of("C1"), LocalDate.of(2026, 3, 1), Money.of("25.00", "EUR"))
 *     .build();
 * CustomerBase base = log.asOf(LocalDate.of(2026, 4, 1));
 * }</pre>
 */
public final class PurchaseLog {

  private final Currency currency;
  private final SortedIds customerIds;
  private final SortedIds purchaseIds;
  private final int[] starts;
  private final EntryColumns entries;
  private final @Nullable ObservationWindow window;

  PurchaseLog(
      Currency currency,
      SortedIds customerIds,
      SortedIds purchaseIds,
      int[] starts,
      EntryColumns entries) {
    this.currency = currency;
    this.customerIds = customerIds;
    this.purchaseIds = purchaseIds;
    this.starts = starts;
    this.entries = entries;
    this.window = entries.size() == 0 ? null : windowOf(starts, entries.stamps());
  }

  private static ObservationWindow windowOf(int[] starts, int[] stamps) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int customer = 0; customer + 1 < starts.length; customer++) {
      first = Math.min(first, Entry.day(stamps[starts[customer]]));
      last = Math.max(last, Entry.day(stamps[starts[customer + 1] - 1]));
    }
    return new ObservationWindow(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last + 1L));
  }

  /**
   * The currency of all amounts.
   *
   * @return ISO 4217
   */
  public Currency currency() {
    return currency;
  }

  /**
   * How many customers have a row of any kind.
   *
   * @return at least 0
   */
  public int customers() {
    return customerIds.size();
  }

  /**
   * Whether there is no row at all.
   *
   * @return true for an empty log
   */
  public boolean isEmpty() {
    return entries.size() == 0;
  }

  /**
   * The days from the first row to the last one, of any kind.
   *
   * @return the smallest window that contains every row
   * @throws IllegalStateException when the log is empty
   */
  public ObservationWindow window() {
    if (window == null) {
      throw new IllegalStateException(
          "the log is empty, it has no window. Maybe every row was rejected?");
    }
    return window;
  }

  /**
   * What the log holds under a policy, over all its days.
   *
   * @param policy which rows count
   * @return customers with a purchase or return in scope, purchases (returns with a number of their own among them
   *     when the policy admits them) and the total amount
   */
  public ScopeTotals totals(ReturnsPolicy policy) {
    return ScopeTotals.of(this, policy);
  }

  /**
   * The customers as of a day: what happened before that day counts, under {@link ReturnsPolicy#SALES}.
   *
   * @param day the first day that does not count; recency is 1 for a purchase of the day before
   * @return one row per customer with a sale before that day
   */
  public CustomerBase asOf(LocalDate day) {
    return asOf(day, ReturnsPolicy.SALES);
  }

  /**
   * The customers as of a day: what happened before that day counts.
   *
   * @param day the first day that does not count
   * @param policy which rows count
   * @return one row per customer with something in scope before that day
   */
  public CustomerBase asOf(LocalDate day, ReturnsPolicy policy) {
    return within(
        new ObservationWindow(isEmpty() ? day : earlier(window().start(), day), day), policy);
  }

  /**
   * The customers through a cutoff day, which counts: the same as {@code asOf} the day after.
   *
   * @param cutoff the last day that counts
   * @param policy which rows count
   * @return one row per customer with something in scope through that day
   */
  public CustomerBase through(LocalDate cutoff, ReturnsPolicy policy) {
    return asOf(cutoff.plusDays(1), policy);
  }

  /**
   * The customers of a window, as if nothing had happened outside it.
   *
   * @param window the days that count
   * @param policy which rows count
   * @return one row per customer with something in scope in the window
   */
  public CustomerBase within(ObservationWindow window, ReturnsPolicy policy) {
    return new BaseScan(this, requireNonNull(window, "window"), requireNonNull(policy, "policy"))
        .scan();
  }

  /**
   * The day of a sale by its number.
   *
   * @param customer who bought
   * @param purchase the number of the order, shipment or invoice
   * @return the purchase's earliest day; empty when the customer has no sale of that number
   */
  public Optional<LocalDate> findSaleDay(CustomerId customer, PurchaseId purchase) {
    int row = indexOf(customer);
    int number = purchaseIds.indexOf(purchase.value());
    if (row < 0 || number < 0) {
      return Optional.empty();
    }
    return IntStream.range(starts[row], starts[row + 1])
        .filter(i -> entries.purchase(i) == number && Entry.isSale(entries.stamps()[i]))
        .mapToObj(i -> LocalDate.ofEpochDay(Entry.day(entries.stamps()[i])))
        .findFirst();
  }

  /**
   * This log and another one. Rows of one customer that carry the same purchase number become one purchase, as if all
   * rows had been built together; rows without a number are all kept.
   *
   * @param other of the same currency
   * @return a new log; merging is associative and commutative
   * @throws IllegalArgumentException for another currency
   */
  public PurchaseLog merge(PurchaseLog other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("currencies are " + currency + " and " + other.currency
          + ", they must be the same. Maybe build both logs with the same ExchangeRates?");
    }
    return LogMerge.merge(this, other);
  }

  /** Whether both logs hold the same rows. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PurchaseLog log
        && currency.equals(log.currency)
        && customerIds.equals(log.customerIds)
        && purchaseIds.equals(log.purchaseIds)
        && Arrays.equals(starts, log.starts)
        && entries.sameAs(log.entries);
  }

  @Override
  public int hashCode() {
    return 31 * customerIds.hashCode() + Arrays.hashCode(entries.stamps());
  }

  /** Such as {@code 18532 purchases of 4338 customers}; counts entries of all kinds. */
  @Override
  public String toString() {
    return entries.size() + " entries of " + customers() + " customers in " + currency;
  }

  Money money(long minorUnits) {
    return new Money(minorUnits, currency);
  }

  CustomerId customer(int index) {
    return CustomerId.of(customerIds.get(index));
  }

  int indexOf(CustomerId customer) {
    return customerIds.indexOf(customer.value());
  }

  int start(int customer) {
    return starts[customer];
  }

  SortedIds customerIds() {
    return customerIds;
  }

  SortedIds purchaseIds() {
    return purchaseIds;
  }

  EntryColumns entries() {
    return entries;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
