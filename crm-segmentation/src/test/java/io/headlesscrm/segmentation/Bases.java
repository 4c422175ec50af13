package io.headlesscrm.segmentation;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Made-up customers of whom recency, frequency and amount are chosen, many of them equal. */
public final class Bases {

  public static final Currency EUR = Currency.getInstance("EUR");
  public static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  private Bases() {}

  /** Days since the last purchase, at least 1; purchases, at least 1; cents, negative for more returns than sales. */
  public record Customer(String id, int days, int purchases, long cents) {

    public Customer withCents(long other) {
      return new Customer(id, days, purchases, other);
    }

    PurchaseSummary summary() {
      int lastDay = Math.toIntExact(AS_OF.toEpochDay()) - days;
      long spend = Math.max(0, cents);
      return PurchaseSummary.of(purchases, new int[] {lastDay}, spend, spend, spend - cents);
    }
  }

  public static Customer customer(String id, int days, int purchases, long cents) {
    return new Customer(id, days, purchases, cents);
  }

  public static CustomerBase of(List<Customer> customers) {
    return of(customers, EUR);
  }

  public static CustomerBase of(List<Customer> customers, Currency currency) {
    Map<CustomerId, PurchaseSummary> summaries = new TreeMap<>();
    customers.forEach(customer -> summaries.put(CustomerId.of(customer.id()), customer.summary()));
    return CustomerBase.of(summaries, AS_OF, currency);
  }

  /** One customer for each amount, called a, b, c and so on. */
  public static CustomerBase amounts(long... cents) {
    List<Customer> customers = new ArrayList<>();
    for (long amount : cents) {
      customers.add(customer(Character.toString('a' + customers.size()), 10, 1, amount));
    }
    return of(customers);
  }

  /** Bases at the edge: none, one, two, many equal ones, many negative ones. */
  public static List<CustomerBase> degenerate() {
    List<Customer> equal = new ArrayList<>();
    List<Customer> negative = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      equal.add(customer("c" + i, 10, 3, 500));
      negative.add(customer("c" + i, 1 + i, 1 + i % 4, -100 * i - 1));
    }
    return List.of(
        of(List.of()),
        of(equal.subList(0, 1)),
        of(negative.subList(3, 5)),
        of(equal),
        of(negative));
  }

  /** Up to 60 customers, ids in an order of their own, with so many equal values that cuts meet them. */
  public static Arbitrary<List<Customer>> customers(long leastCents) {
    Arbitrary<Integer> days = Arbitraries.integers().between(1, 12);
    Arbitrary<Integer> purchases = Arbitraries.integers().between(1, 5);
    Arbitrary<Long> cents = Arbitraries.oneOf(
        Arbitraries.longs().between(leastCents, 12),
        Arbitraries.longs().between(leastCents, 500_000));
    return Combinators.combine(days, purchases, cents)
        .as((day, count, amount) -> customer("?", day, count, amount))
        .list()
        .ofMaxSize(60)
        .map(Bases::named);
  }

  private static List<Customer> named(List<Customer> customers) {
    List<Customer> named = new ArrayList<>();
    for (Customer customer : customers) {
      // 37 and 101 have no common divisor, so that no id comes twice
      String id = "c" + (named.size() * 37 % 101);
      named.add(customer(id, customer.days(), customer.purchases(), customer.cents()));
    }
    return named;
  }
}
