package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a customer in a stage.
 *
 * @param customer who
 * @param stage where
 * @param buyer whether it has bought
 * @param since when it came there
 * @param until when it left; null: it is still there
 * @param next where it went; null: it is still there
 */
public record Stay(
    CustomerId customer,
    Stage stage,
    boolean buyer,
    Instant since,
    @Nullable Instant until,
    @Nullable Stage next) {

  private static final double SECONDS_PER_DAY = 86_400;

  public Stay {
    requireNonNull(customer, "customer");
    requireNonNull(stage, "stage");
    requireNonNull(since, "since");
    if ((until == null) != (next == null)) {
      throw new IllegalArgumentException("a stay in " + stage + " ends at " + until + " for " + next
          + ", it must have both or neither. Maybe one was forgotten?");
    }
  }

  /**
   * How the stay ended.
   *
   * @return open when it has not
   */
  public StayOutcome outcome() {
    if (next == null) {
      return StayOutcome.OPEN;
    }
    return switch (next) {
      case LOST -> StayOutcome.LOST;
      case TARGET, ACTUAL, WON_BACK -> StayOutcome.CONVERTED;
      case POTENTIAL -> stage == Stage.LOST ? StayOutcome.CONVERTED : StayOutcome.SET_BACK;
      case DORMANT -> StayOutcome.SET_BACK;
    };
  }

  /**
   * Whether the customer was in the stage at an instant.
   *
   * @param instant the one at which it came counts, the one at which it left does not
   * @return false when it was elsewhere
   */
  public boolean covers(Instant instant) {
    return !instant.isBefore(since) && (until == null || instant.isBefore(until));
  }

  /**
   * How long the stay was.
   *
   * @param asOf up to where an open stay is counted
   * @return days of 24 hours, parts of a day included
   */
  public double days(Instant asOf) {
    return days(seconds(asOf));
  }

  long seconds(Instant asOf) {
    return Duration.between(since, until == null ? asOf : until).toSeconds();
  }

  static double days(long seconds) {
    return seconds / SECONDS_PER_DAY;
  }

  Stay asBuyer() {
    return new Stay(customer, stage, true, since, until, next);
  }

  Stay endedBy(Instant at, Stage to) {
    return new Stay(customer, stage, buyer, since, at, to);
  }
}
