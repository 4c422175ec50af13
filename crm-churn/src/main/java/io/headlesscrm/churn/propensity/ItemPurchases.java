package io.headlesscrm.churn.propensity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which customers bought which items on which days: what a purchase log does not keep. It can be asked for any earlier date,
 * so that no later purchase leaks. Immutable and thread-safe.
 */
public final class ItemPurchases {

  private final Map<CustomerId, ItemHistory> byCustomer;

  private ItemPurchases(Map<CustomerId, ItemHistory> byCustomer) {
    this.byCustomer = byCustomer;
  }

  /**
   * Starts with nothing.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The items that many customers have bought.
   *
   * @param leastCustomers how many customers at least, 1 or more
   * @param asOf the first day that does not count
   * @return the items of most customers first, equal ones by text
   */
  public List<String> frequent(int leastCustomers, LocalDate asOf) {
    if (leastCustomers < 1) {
      throw new IllegalArgumentException(
          "leastCustomers is " + leastCustomers + ", it must be at least 1. Maybe 100?");
    }
    int end = Math.toIntExact(asOf.toEpochDay());
    Map<String, Integer> customers = new TreeMap<>();
    byCustomer
        .values()
        .forEach(history ->
            history.itemsBefore(end).forEach(item -> customers.merge(item, 1, Integer::sum)));
    return customers.entrySet().stream()
        .filter(one -> one.getValue() >= leastCustomers)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Whether a customer bought an item.
   *
   * @param customer any
   * @param item any
   * @param from the first day that counts
   * @param to the first day that does not count any more
   * @return true for a purchase on a day in [from, to)
   */
  public boolean isBought(CustomerId customer, String item, LocalDate from, LocalDate to) {
    ItemHistory history = history(customer);
    return history.daysOf(item, Math.toIntExact(to.toEpochDay()))
        > history.daysOf(item, Math.toIntExact(from.toEpochDay()));
  }

  /** What a customer bought; nothing for one that is not known. */
  ItemHistory history(CustomerId customer) {
    return byCustomer.getOrDefault(customer, ItemHistory.NONE);
  }

  /** Such as {@code items of 4338 customers}. */
  @Override
  public String toString() {
    return "items of " + byCustomer.size() + " customers";
  }

  /** Collects purchases in any order; an item twice on a day is bought once that day. */
  public static final class Builder {

    private final Map<CustomerId, Map<String, Set<Integer>>> collected = new HashMap<>();

    private Builder() {}

    /**
     * Adds a purchase. What was taken back at once is better left out.
     *
     * @param customer who bought
     * @param day when
     * @param item what, as the host names it
     * @return this builder
     */
    public Builder add(CustomerId customer, LocalDate day, String item) {
      collected
          .computeIfAbsent(requireNonNull(customer, "customer"), key -> new HashMap<>())
          .computeIfAbsent(requireNonNull(item, "item"), key -> new TreeSet<>())
          .add(Math.toIntExact(day.toEpochDay()));
      return this;
    }

    /**
     * The purchases so far.
     *
     * @return by customer and item
     */
    public ItemPurchases build() {
      Map<CustomerId, ItemHistory> histories = new HashMap<>();
      collected.forEach((customer, items) -> histories.put(customer, ItemHistory.of(items)));
      return new ItemPurchases(histories);
    }
  }
}
