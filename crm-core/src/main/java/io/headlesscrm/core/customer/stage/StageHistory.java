package io.headlesscrm.core.customer.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one customer in the order in which they happened. After a merge the changes of both customers are here;
 * as a buyer stays a buyer, a change of a prospect says nothing once there is one of a buyer.
 */
public final class StageHistory {

  private static final Comparator<StageChange> ORDER =
      Comparator.comparing(StageChange::at).thenComparing(StageChange::id);

  private final List<StageChange> changes;

  private StageHistory(List<StageChange> changes) {
    this.changes = changes;
  }

  /**
   * The history of one customer.
   *
   * @param changes all of its changes, in any order
   * @return in order of time, then id
   */
  public static StageHistory of(Collection<StageChange> changes) {
    return new StageHistory(changes.stream().sorted(ORDER).toList());
  }

  /**
   * All changes.
   *
   * @return in order of time, then id; unmodifiable
   */
  public List<StageChange> changes() {
    return changes;
  }

  /**
   * The change that put the customer where it is.
   *
   * @return empty without any change
   */
  public Optional<StageChange> findLatest() {
    return Optional.ofNullable(latest(changes));
  }

  /**
   * Where the customer was at an instant.
   *
   * @param instant a change at this very instant has happened
   * @return empty before the first change
   */
  public Optional<Stage> findStageAt(Instant instant) {
    List<StageChange> until =
        changes.stream().filter(change -> !change.at().isAfter(instant)).toList();
    return Optional.ofNullable(latest(until)).map(StageChange::to);
  }

  /**
   * How long the customer was in each stage.
   *
   * @param until the instant up to which the present stage is counted; changes after it are left out
   * @return a stage that it never was in is missing
   */
  public Map<Stage, Duration> timeInStages(Instant until) {
    Map<Stage, Duration> times = new EnumMap<>(Stage.class);
    @Nullable Stage stage = null;
    Instant since = until;
    for (StageChange change : changes) {
      if (change.at().isAfter(until)) {
        break;
      }
      add(times, stage, since, change.at());
      stage = findStageAt(change.at()).orElse(change.to());
      since = change.at();
    }
    add(times, stage, since, until);
    return times;
  }

  /** Such as {@code [POTENTIAL from 2026-03-01T01:00:00Z, ACTUAL from 2026-03-02T01:00:00Z]}. */
  @Override
  public String toString() {
    return changes.stream()
        .map(change -> change.to() + " from " + change.at())
        .toList()
        .toString();
  }

  private static void add(
      Map<Stage, Duration> times, @Nullable Stage stage, Instant since, Instant until) {
    if (stage != null) {
      times.merge(stage, Duration.between(since, until), Duration::plus);
    }
  }

  private static @Nullable StageChange latest(List<StageChange> until) {
    @Nullable StageChange latest = null;
    for (StageChange change : until) {
      if (latest == null || change.buyer() || !latest.buyer()) {
        latest = change;
      }
    }
    return latest;
  }
}
