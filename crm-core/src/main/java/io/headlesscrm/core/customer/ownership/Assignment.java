package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.ActorId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One owner of an account for a time.
 *
 * @param owner who looks after the account
 * @param from the first day
 * @param until the first day on which it is over, after {@code from}; null: it is not
 * @param territory region or department; null when not used
 * @param reason why it began; empty after an erasure
 * @param endReason why it ended before its planned end; null when it did not
 * @param by who decided
 */
public record Assignment(
    ActorId owner,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable String territory,
    String reason,
    @Nullable String endReason,
    ActorId by) {

  public Assignment {
    requireNonNull(owner, "owner");
    requireNonNull(from, "from");
    requireNonNull(reason, "reason");
    requireNonNull(by, "by");
    if (until != null && !until.isAfter(from)) {
      throw new IllegalArgumentException("an assignment ends on " + until + ", it must last from "
          + from + " for a day at least. Maybe the two are swapped?");
    }
  }

  /**
   * An assignment without end.
   *
   * @param owner who looks after the account
   * @param from the first day
   * @param reason why
   * @param by who decided
   * @return without territory
   */
  public static Assignment of(ActorId owner, LocalDate from, String reason, ActorId by) {
    return new Assignment(owner, from, null, null, reason, null, by);
  }

  /**
   * With region or department.
   *
   * @param name of the territory
   * @return a copy
   */
  public Assignment in(String name) {
    return new Assignment(owner, from, until, requireNonNull(name, "name"), reason, endReason, by);
  }

  /**
   * With a planned end.
   *
   * @param day the first day on which it is over
   * @return a copy
   */
  public Assignment until(LocalDate day) {
    return new Assignment(
        owner, from, requireNonNull(day, "day"), territory, reason, endReason, by);
  }

  /**
   * Whether it holds on a day.
   *
   * @param day any
   * @return true from {@code from} to the day before {@code until}
   */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  boolean isOverBy(LocalDate day) {
    return until != null && !until.isAfter(day);
  }

  Assignment ended(LocalDate day, @Nullable String why) {
    return new Assignment(owner, from, day, territory, reason, why, by);
  }

  Assignment takenOver(ActorId other, LocalDate day, String why, ActorId actor) {
    LocalDate start = day.isAfter(from) ? day : from;
    return new Assignment(other, start, until, territory, why, null, actor);
  }

  Assignment withOwner(ActorId other) {
    return new Assignment(other, from, until, territory, reason, endReason, by);
  }

  Assignment withoutReasons() {
    return new Assignment(owner, from, until, territory, "", null, by);
  }

  /** The part in [start, end); null: unbounded. The two must overlap. */
  Assignment within(@Nullable LocalDate start, @Nullable LocalDate end) {
    LocalDate first = start != null && start.isAfter(from) ? start : from;
    LocalDate last = until == null || (end != null && end.isBefore(until)) ? end : until;
    return new Assignment(owner, first, last, territory, reason, endReason, by);
  }
}
