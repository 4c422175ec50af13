package io.headlesscrm.core.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rates into one currency, by day. A rate holds from its day until the next one is given, at most for the stated
 * number of days (weekends and holidays have no rate of their own). Immutable.
 */
public final class ExchangeRates {

  private final Currency target;
  private final int maxAgeDays;
  private final Map<Currency, NavigableMap<LocalDate, BigDecimal>> rates;

  private ExchangeRates(Builder builder) {
    this.target = builder.target;
    this.maxAgeDays = builder.maxAgeDays;
    Map<Currency, NavigableMap<LocalDate, BigDecimal>> copy = new HashMap<>();
    builder.rates.forEach((currency, byDay) -> copy.put(currency, new TreeMap<>(byDay)));
    this.rates = copy;
  }

  /**
   * Starts a table of rates.
   *
   * @param target the currency that amounts are converted into
   * @return a builder without rates, in which a rate holds for 7 days
   */
  public static Builder into(Currency target) {
    return new Builder(target);
  }

  /**
   * No rates at all: only amounts of the target currency pass.
   *
   * @param target the only currency
   * @return an empty table
   */
  public static ExchangeRates none(Currency target) {
    return into(target).build();
  }

  /**
   * The currency that amounts are converted into.
   *
   * @return ISO 4217
   */
  public Currency target() {
    return target;
  }

  /**
   * The amount at the rate of that day, rounded half up to minor units of the target, once.
   *
   * @param amount of any currency
   * @param day the day of the fact
   * @return the amount in the target currency
   * @throws IllegalArgumentException when there is no rate for the currency on that day
   */
  public Money convert(Money amount, LocalDate day) {
    if (amount.currency().equals(target)) {
      return amount;
    }
    BigDecimal rate = findRate(amount.currency(), day)
        .orElseThrow(() -> new IllegalArgumentException("no rate from " + amount.currency()
            + " into " + target + " on " + day + " (a rate holds for " + maxAgeDays
            + " days). Maybe add it with ExchangeRates.into(" + target + ").rate(...)?"));
    return Money.rounded(amount.toDecimal().multiply(rate), target);
  }

  /**
   * The rate that holds on that day.
   *
   * @param from the currency to convert
   * @param day the day of the fact
   * @return target units for one unit of {@code from}; empty when none holds
   */
  public Optional<BigDecimal> findRate(Currency from, LocalDate day) {
    NavigableMap<LocalDate, BigDecimal> byDay = rates.getOrDefault(from, new TreeMap<>());
    return Optional.ofNullable(byDay.floorEntry(day))
        .filter(entry -> !entry.getKey().plusDays(maxAgeDays).isBefore(day))
        .map(Map.Entry::getValue);
  }

  /** Collects rates. */
  public static final class Builder {

    private final Currency target;
    private final Map<Currency, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
    private int maxAgeDays = 7;

    private Builder(Currency target) {
      this.target = requireNonNull(target, "target");
    }

    /**
     * Adds a rate; a second one for the same currency and day replaces the first.
     *
     * @param from the currency to convert
     * @param day the first day on which the rate holds
     * @param rate target units for one unit of {@code from}, above zero
     * @return this builder
     */
    public Builder rate(Currency from, LocalDate day, BigDecimal rate) {
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException(
            "rate from " + from + " on " + day + " is " + rate + ", it must be above 0");
      }
      rates.computeIfAbsent(from, key -> new TreeMap<>()).put(requireNonNull(day, "day"), rate);
      return this;
    }

    /**
     * How long a rate holds when no newer one is given.
     *
     * @param days at least 0; default 7
     * @return this builder
     */
    public Builder maxAgeDays(int days) {
      if (days < 0) {
        throw new IllegalArgumentException("maxAgeDays is " + days + ", it must be at least 0");
      }
      this.maxAgeDays = days;
      return this;
    }

    /**
     * The finished table.
     *
     * @return an immutable copy
     */
    public ExchangeRates build() {
      return new ExchangeRates(this);
    }
  }
}
