package io.headlesscrm.core.purchase.csv;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and timestamps without making objects: yyyy-MM-dd, yyyy/M/d, yyyy.M.d, yyyyMMdd, yyyy年M月d日, d.M.yyyy, and
 * d/M/yyyy or M/d/yyyy (with slashes or hyphens) by the file's order; then perhaps a time (T or a blank, H:mm, H:mm:ss,
 * fractions, AM or PM) and an offset (Z, +hh, +hhmm, +hh:mm).
 */
final class DateParser {

  private static final int SECONDS_PER_DAY = 86_400;
  private static final int NONE = -1;
  private static final int DAYS_TO_1970 = 719_162;
  private static final int[] DAYS_BEFORE = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };
  private static final int[] DAYS_BEFORE_LEAP = {
    0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366
  };

  private final ZoneRules rules;
  private final @Nullable ZoneOffset fixedOffset;
  private final boolean dayFirst;
  private final Evidence evidence;
  private char[] text = new char[0];
  private int at;
  private int end;
  private int digits;
  private int epochDay;
  private int secondOfDay;

  DateParser(ZoneId zone, boolean dayFirst, Evidence evidence) {
    this.rules = zone.getRules();
    this.fixedOffset = rules.isFixedOffset() ? rules.getOffset(Instant.EPOCH) : null;
    this.dayFirst = dayFirst;
    this.evidence = evidence;
  }

  /** Days since 1970-01-01 of the last parse, in the zone. */
  int epochDay() {
    return epochDay;
  }

  /** Seconds since midnight of the last parse; 0 for a mere day. */
  int secondOfDay() {
    return secondOfDay;
  }

  /** The text is the same for all rows of a block, and a store of a reference costs more than the comparison. */
  @SuppressWarnings("ReferenceEquality")
  boolean parse(char[] from, int start, int length) {
    if (text != from) {
      text = from;
    }
    at = start;
    end = start + length;
    secondOfDay = 0;
    return (isoDay() || anyDay()) && (at == end || time());
  }

  /** yyyy-MM-dd, the form of nearly all files; moves on only when it is that form. */
  private boolean isoDay() {
    if (end - at < 10 || text[at + 4] != '-' || text[at + 7] != '-') {
      return false;
    }
    int year = 100 * twoDigits(at) + twoDigits(at + 2);
    int month = twoDigits(at + 5);
    int day = twoDigits(at + 8);
    if (year < 0 || !day(year, month, day)) {
      return false;
    }
    at += 10;
    return true;
  }

  /** The number that the two characters write; far below zero when one is no digit. */
  private int twoDigits(int from) {
    int tens = text[from] - '0';
    int ones = text[from + 1] - '0';
    return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -100_000 : 10 * tens + ones;
  }

  private boolean anyDay() {
    int first = number(8);
    return switch (digits) {
      case 8 -> day(first / 10_000, first / 100 % 100, first % 100);
      case 4 -> yearFirst(first);
      case 1, 2 -> yearLast(first);
      default -> false;
    };
  }

  private boolean yearFirst(int year) {
    char separator = next();
    if (separator == '年') {
      int month = number(2);
      boolean named = next() == '月';
      int day = number(2);
      return named && skip('日') && day(year, month, day);
    }
    int month = number(2);
    return isSeparator(separator) && next() == separator && day(year, month, number(2));
  }

  private boolean yearLast(int first) {
    char separator = next();
    int second = number(2);
    if (!isSeparator(separator) || next() != separator) {
      return false;
    }
    int year = number(4);
    if (digits != 4 || first < 1 || second < 1) {
      return false;
    }
    if (separator == '.') {
      return day(year, second, first);
    }
    evidence.dateOrder(first, second);
    return dayFirst ? day(year, second, first) : day(year, first, second);
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '/' || c == '.';
  }

  /** Sets the day when there is one. */
  private boolean day(int year, int month, int day) {
    if (year < 1 || month < 1 || month > 12 || day < 1) {
      return false;
    }
    int[] daysBefore = Year.isLeap(year) ? DAYS_BEFORE_LEAP : DAYS_BEFORE;
    int earlier = year - 1;
    int firstDay = 365 * earlier + earlier / 4 - earlier / 100 + earlier / 400 - DAYS_TO_1970;
    epochDay = firstDay + daysBefore[month - 1] + day - 1;
    return day <= daysBefore[month] - daysBefore[month - 1];
  }

  private boolean time() {
    boolean named = skip('T') || skip('t');
    if (!named && !Cells.isBlank(text[at])) {
      return false;
    }
    skipBlanks();
    int hour = number(2);
    int minute = skip(':') ? twoDigitNumber() : NONE;
    int second = skip(':') ? twoDigitNumber() : 0;
    if ((skip('.') || skip(',')) && number(9) == NONE) {
      return false;
    }
    skipBlanks();
    hour = halfDay(hour);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return false;
    }
    secondOfDay = 3600 * hour + 60 * minute + second;
    return at == end || offset();
  }

  /** The hour of the whole day when AM or PM follows; -1 when there is no such hour. */
  private int halfDay(int hour) {
    boolean morning = skipWord('A', 'M');
    if (!morning && !skipWord('P', 'M')) {
      return hour;
    }
    return hour < 1 || hour > 12 ? NONE : hour % 12 + (morning ? 0 : 12);
  }

  private boolean offset() {
    if (skip('Z') || skip('z')) {
      return at == end && toZone(0);
    }
    int sign = skip('+') ? 1 : skip('-') || skip('\u2212') ? -1 : 0;
    int hours = twoDigitNumber();
    int minutes = skip(':') || at < end ? twoDigitNumber() : 0;
    return sign != 0
        && at == end
        && hours >= 0
        && hours <= 18
        && minutes >= 0
        && minutes <= 59
        && toZone(sign * (3600 * hours + 60 * minutes));
  }

  private boolean toZone(int offsetSeconds) {
    long utc = (long) SECONDS_PER_DAY * epochDay + secondOfDay - offsetSeconds;
    ZoneOffset offset =
        fixedOffset != null ? fixedOffset : rules.getOffset(Instant.ofEpochSecond(utc));
    long local = utc + offset.getTotalSeconds();
    epochDay = (int) Math.floorDiv(local, SECONDS_PER_DAY);
    secondOfDay = Math.floorMod(local, SECONDS_PER_DAY);
    return true;
  }

  /** The number written here, of at most so many digits; -1 when there is none. */
  private int number(int maxDigits) {
    int value = 0;
    digits = 0;
    while (at < end && digits < maxDigits && text[at] >= '0' && text[at] <= '9') {
      value = 10 * value + text[at++] - '0';
      digits++;
    }
    return digits == 0 ? NONE : value;
  }

  private int twoDigitNumber() {
    int value = number(2);
    return digits == 2 ? value : NONE;
  }

  private char next() {
    return at < end ? text[at++] : '\0';
  }

  private boolean skip(char c) {
    boolean found = at < end && text[at] == c;
    at += found ? 1 : 0;
    return found;
  }

  private boolean skipWord(char first, char second) {
    boolean found = end - at >= 2 && (text[at] & ~32) == first && (text[at + 1] & ~32) == second;
    at += found ? 2 : 0;
    return found;
  }

  private void skipBlanks() {
    while (at < end && Cells.isBlank(text[at])) {
      at++;
    }
  }
}
