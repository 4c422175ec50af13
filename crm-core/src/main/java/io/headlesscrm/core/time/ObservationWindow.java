package io.headlesscrm.core.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days that were looked at: from {@code start} to the day before {@code end}.
 *
 * @param start the first day that counts
 * @param end the first day that no longer counts; not before {@code start}
 */
public record ObservationWindow(LocalDate start, LocalDate end) {

  public ObservationWindow {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("window ends on " + end + ", before it starts on " + start
          + ". Maybe the two are swapped?");
    }
  }

  /**
   * The number of days that count.
   *
   * @return 0 for an empty window
   */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
  }

  /**
   * Whether the day counts.
   *
   * @param day any day
   * @return true from {@code start} to the day before {@code end}
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  /** Such as {@code [2011-01-01, 2011-12-10)}. */
  @Override
  public String toString() {
    return "[" + start + ", " + end + ")";
  }
}
