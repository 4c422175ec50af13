package io.headlesscrm.churn.season;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** Into which slots a year is divided. */
public enum SeasonGrain {
  /** The twelve months. */
  MONTH(12) {
    @Override
    int slot(LocalDate day) {
      return day.getMonthValue() - 1;
    }
  },
  /** 52 times seven days from 1 January on; the last has one day more, and 29 February counts as the 28th. */
  WEEK(52) {
    @Override
    int slot(LocalDate day) {
      int dayOfYear = day.getDayOfYear() - (day.isLeapYear() && day.getDayOfYear() >= 60 ? 1 : 0);
      return Math.min(51, (dayOfYear - 1) / 7);
    }
  };

  private static final LocalDate ANY_COMMON_YEAR = LocalDate.of(2025, 1, 1);

  private final int slots;

  SeasonGrain(int slots) {
    this.slots = slots;
  }

  /**
   * How many slots a year has.
   *
   * @return 12 or 52
   */
  public int slots() {
    return slots;
  }

  /** The slot of a day, from 0. */
  abstract int slot(LocalDate day);

  /** How many days of a year of 365 each slot has. */
  int[] days() {
    int[] days = new int[slots];
    for (int day = 0; day < 365; day++) {
      days[slot(ANY_COMMON_YEAR.plusDays(day))]++;
    }
    return days;
  }

  /**
   * The grain of that name.
   *
   * @param name month or week, in any case
   * @return the grain
   * @throws IllegalArgumentException for another name
   */
  public static SeasonGrain parse(String name) {
    return Arrays.stream(values())
        .filter(grain -> grain.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "grain is \"" + name + "\", it must be one of " + Arrays.toString(values())));
  }

  /** Such as {@code month}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
