package io.headlesscrm.churn.signal;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What is known of customers, each with the day on which it became known, so that it can be asked for any earlier date and
 * no later value leaks. Immutable.
 */
public final class DatedValues {

  private final Map<CustomerId, List<DatedValue>> byCustomer;

  private DatedValues(Map<CustomerId, List<DatedValue>> byCustomer) {
    this.byCustomer = byCustomer;
  }

  private record DatedValue(LocalDate day, double value) {}

  /**
   * Starts with nothing.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** The sum of the values of the days in [from, to). */
  double sum(CustomerId customer, LocalDate from, LocalDate to) {
    return within(customer, from, to).stream().mapToDouble(DatedValue::value).sum();
  }

  /** The mean of the values of the days in [from, to); empty when there are none. */
  OptionalDouble findMean(
      CustomerId customer, LocalDate from, LocalDate to, ToDoubleFunction<Double> form) {
    return within(customer, from, to).stream()
        .mapToDouble(one -> form.applyAsDouble(one.value()))
        .average();
  }

  /** The latest value of the days in [from, to), of one day the one added last; empty when there is none. */
  OptionalDouble findLatest(CustomerId customer, LocalDate from, LocalDate to) {
    List<DatedValue> known = within(customer, from, to);
    return known.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(known.get(known.size() - 1).value());
  }

  private List<DatedValue> within(CustomerId customer, LocalDate from, LocalDate to) {
    return byCustomer.getOrDefault(customer, List.of()).stream()
        .filter(one -> !one.day().isBefore(from) && one.day().isBefore(to))
        .toList();
  }

  /** Collects values in any order. */
  public static final class Builder {

    private final Map<CustomerId, List<DatedValue>> collected = new HashMap<>();

    private Builder() {}

    /**
     * Adds a value.
     *
     * @param customer of whom
     * @param day on which it became known
     * @param value finite
     * @return this builder
     */
    public Builder add(CustomerId customer, LocalDate day, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value of customer " + customer + " on " + day + " is "
            + value + ", it must be finite. Maybe leave it out where it is missing?");
      }
      collected
          .computeIfAbsent(requireNonNull(customer, "customer"), key -> new ArrayList<>())
          .add(new DatedValue(requireNonNull(day, "day"), value));
      return this;
    }

    /**
     * The values so far.
     *
     * @return by customer and day
     */
    public DatedValues build() {
      Map<CustomerId, List<DatedValue>> sorted = new HashMap<>();
      collected.forEach((customer, values) -> sorted.put(
          customer,
          values.stream().sorted(Comparator.comparing(DatedValue::day)).toList()));
      return new DatedValues(sorted);
    }
  }
}
