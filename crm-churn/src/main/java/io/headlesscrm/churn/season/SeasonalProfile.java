package io.headlesscrm.churn.season;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much faster or slower than usual customers buy in each part of the year: 2 where they buy twice as often. Over the
 * days of a year the factors have the mean 1. Immutable.
 */
public final class SeasonalProfile {

  /** Factors whose mean is so near to 1 are taken as they are, so that what was written is read to the last bit. */
  private static final double ROUNDING = 1e-9;

  private final SeasonGrain grain;
  private final double[] factors;

  private SeasonalProfile(SeasonGrain grain, double[] factors) {
    this.grain = grain;
    this.factors = factors;
  }

  /**
   * A profile that is known.
   *
   * @param grain into which slots the year is divided
   * @param factors one for each slot, above 0 and finite, in any common scale, such as last year's sales by month
   * @return the profile, scaled to the mean 1
   * @throws IllegalArgumentException for another number of factors or one that is not above 0
   */
  public static SeasonalProfile of(SeasonGrain grain, double... factors) {
    if (factors.length != requireNonNull(grain, "grain").slots()) {
      throw new IllegalArgumentException("there are " + factors.length
          + " factors, there must be one for each of " + grain.slots() + " " + grain
          + "s. Maybe the grain is another one?");
    }
    for (double factor : factors) {
      if (!(factor > 0) || factor == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "a factor is " + factor
                + ", it must be above 0 and finite. Maybe use a small number for a time that is closed?");
      }
    }
    double mean = mean(grain, factors);
    double divisor = Math.abs(mean - 1) <= ROUNDING ? 1 : mean;
    return new SeasonalProfile(
        grain, Arrays.stream(factors).map(factor -> factor / divisor).toArray());
  }

  private static double mean(SeasonGrain grain, double[] factors) {
    int[] days = grain.days();
    double sum = 0;
    for (int slot = 0; slot < factors.length; slot++) {
      sum += days[slot] * factors[slot];
    }
    return sum / 365;
  }

  /**
   * The profile of customers who know no season.
   *
   * @param grain into which slots the year is divided
   * @return all factors 1
   */
  public static SeasonalProfile flat(SeasonGrain grain) {
    double[] factors = new double[grain.slots()];
    Arrays.fill(factors, 1);
    return new SeasonalProfile(grain, factors);
  }

  /**
   * Into which slots the year is divided.
   *
   * @return months or weeks
   */
  public SeasonGrain grain() {
    return grain;
  }

  /**
   * The factor of a day.
   *
   * @param day any
   * @return above 0, 1 on the mean of a year
   */
  public double factor(LocalDate day) {
    return factors[grain.slot(day)];
  }

  /**
   * All factors.
   *
   * @return a copy, from January or the week of 1 January on
   */
  public double[] factors() {
    return factors.clone();
  }

  /**
   * How many usual days some days are worth.
   *
   * @param from the first day
   * @param to the first day that does not count, not before {@code from}
   * @return the sum of the factors of the days, at least 0
   * @throws IllegalArgumentException when it ends before it starts
   */
  public double operationalDays(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to is " + to + ", it must not be before " + from);
    }
    return new OperationalTime(this, from.toEpochDay() - 1, to.toEpochDay() - 1)
        .days(from.toEpochDay() - 1, to.toEpochDay() - 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SeasonalProfile that
        && grain == that.grain
        && Arrays.equals(factors, that.factors);
  }

  @Override
  public int hashCode() {
    return 31 * grain.hashCode() + Arrays.hashCode(factors);
  }

  /** Such as {@code month [0.8, 0.9, ...]}. */
  @Override
  public String toString() {
    return grain + " " + Arrays.toString(factors);
  }
}
