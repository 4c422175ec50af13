package io.headlesscrm.examples.analyse.generate;

import java.time.LocalDate;

/**
 * The date of the Chinese New Year, within a day: the first mean new moon, in Beijing, from 21
 * January on. The true moon runs up to 14 hours ahead or behind; a season needs no more.
 */
final class ChineseNewYear {
  private static final double LUNATION_DAYS = 29.530588853;
  /** Mean new moon of 6 January 2000, 22:14 in Beijing, in days since 1970. */
  private static final double NEW_MOON = LocalDate.of(2000, 1, 6).toEpochDay() + 22.23 / 24;

  private ChineseNewYear() {}

  static LocalDate of(int year) {
    double earliest = LocalDate.of(year, 1, 21).toEpochDay();
    double lunations = Math.ceil((earliest - NEW_MOON) / LUNATION_DAYS);
    return LocalDate.ofEpochDay((long) Math.floor(NEW_MOON + lunations * LUNATION_DAYS));
  }
}
