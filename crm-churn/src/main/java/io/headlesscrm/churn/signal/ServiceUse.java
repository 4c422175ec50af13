package io.headlesscrm.churn.signal;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which kinds of service customers used on which days. Immutable. */
public final class ServiceUse {

  private final Map<CustomerId, List<Use>> byCustomer;

  private ServiceUse(Map<CustomerId, List<Use>> byCustomer) {
    this.byCustomer = byCustomer;
  }

  private record Use(LocalDate day, String service) {}

  /**
   * Starts with nothing.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** How many kinds were used on the days in [from, to). */
  long kinds(CustomerId customer, LocalDate from, LocalDate to) {
    return byCustomer.getOrDefault(customer, List.of()).stream()
        .filter(use -> !use.day().isBefore(from) && use.day().isBefore(to))
        .map(Use::service)
        .distinct()
        .count();
  }

  /** Collects uses in any order. */
  public static final class Builder {

    private final Map<CustomerId, List<Use>> collected = new HashMap<>();

    private Builder() {}

    /**
     * Adds a purchase.
     *
     * @param customer who bought
     * @param day when
     * @param service the kind of service or item
     * @return this builder
     */
    public Builder add(CustomerId customer, LocalDate day, String service) {
      collected
          .computeIfAbsent(requireNonNull(customer, "customer"), key -> new ArrayList<>())
          .add(new Use(requireNonNull(day, "day"), requireNonNull(service, "service")));
      return this;
    }

    /**
     * The uses so far.
     *
     * @return by customer
     */
    public ServiceUse build() {
      Map<CustomerId, List<Use>> copies = new HashMap<>();
      collected.forEach((customer, uses) -> copies.put(customer, List.copyOf(uses)));
      return new ServiceUse(copies);
    }
  }
}
