package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.stage.StageHistory;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All stays of all customers in stages, as the recorded changes tell. As in {@link StageHistory}, a change of a prospect
 * says nothing once there is one of a buyer, so that after a merge a customer is counted once and as what it is; a change
 * to the stage where the customer is already begins no new stay. Immutable.
 *
 * <pre>{@code
 * StageStays stays = StageStays.read(storage, asOf);
 * Funnel.of(stays).flow(Stage.TARGET).rate();
 * }</pre>
 */
public final class StageStays {

  private final Instant asOf;
  private final SortedMap<CustomerId, List<Stay>> stays;

  private StageStays(Instant asOf, SortedMap<CustomerId, List<Stay>> stays) {
    this.asOf = asOf;
    this.stays = stays;
  }

  /**
   * The stays that some changes tell.
   *
   * @param changes of any customers, in any order
   * @param asOf the instant before which everything known counts; later changes are left out
   * @return the stays
   */
  public static StageStays of(Collection<StageChange> changes, Instant asOf) {
    requireNonNull(asOf, "asOf");
    SortedMap<CustomerId, List<StageChange>> byCustomer = new TreeMap<>();
    for (StageChange change : changes) {
      if (change.at().isBefore(asOf)) {
        byCustomer
            .computeIfAbsent(change.customer(), none -> new ArrayList<>(2))
            .add(change);
      }
    }
    SortedMap<CustomerId, List<Stay>> stays = new TreeMap<>();
    byCustomer.forEach((customer, own) -> stays.put(customer, path(StageHistory.of(own))));
    return new StageStays(asOf, stays);
  }

  /**
   * The stays that the changes of a storage tell.
   *
   * @param storage with changes of stage
   * @param asOf the instant before which everything known counts
   * @return the stays
   */
  public static StageStays read(CrmStorage storage, Instant asOf) {
    List<StageChange> changes = new ArrayList<>();
    storage.log(StageChange.TYPE).forEach(LogQuery.<StageChange>all().before(asOf), changes::add);
    return of(changes, asOf);
  }

  /**
   * The instant before which everything known counts.
   *
   * @return as it was given
   */
  public Instant asOf() {
    return asOf;
  }

  /**
   * All stays.
   *
   * @return by customer, then in order of time
   */
  public List<Stay> all() {
    return stays.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The stays of each customer.
   *
   * @return by customer, in order of time, none empty; unmodifiable
   */
  public Map<CustomerId, List<Stay>> byCustomer() {
    return Collections.unmodifiableSortedMap(stays);
  }

  private static List<Stay> path(StageHistory history) {
    Deque<Stay> path = new ArrayDeque<>(2);
    for (StageChange change : history.changes()) {
      @Nullable Stay last = path.peekLast();
      if (last == null) {
        path.add(begin(change));
      } else if (change.buyer() || !last.buyer()) {
        path.removeLast();
        path.addAll(next(last, change));
      }
    }
    return List.copyOf(path);
  }

  private static List<Stay> next(Stay last, StageChange change) {
    if (last.stage() != change.to()) {
      return List.of(last.endedBy(change.at(), change.to()), begin(change));
    }
    return List.of(change.buyer() ? last.asBuyer() : last);
  }

  private static Stay begin(StageChange change) {
    return new Stay(change.customer(), change.to(), change.buyer(), change.at(), null, null);
  }
}
