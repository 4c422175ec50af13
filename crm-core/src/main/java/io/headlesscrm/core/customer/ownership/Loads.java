package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.ActorId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The portfolios of all owners on one day. The loads of the owners and of the pool sum to the total, and so do those of
 * the territories and of the accounts without one.
 *
 * @param day on which
 * @param byOwner what each owner has; without those who have nothing
 * @param pool what nobody has
 * @param byTerritory what belongs to each territory
 * @param withoutTerritory what belongs to none, the pool included
 * @param total every customer
 */
public record Loads(
    LocalDate day,
    SortedMap<ActorId, Load> byOwner,
    Load pool,
    SortedMap<String, Load> byTerritory,
    Load withoutTerritory,
    Load total) {

  public Loads {
    requireNonNull(day, "day");
    requireNonNull(pool, "pool");
    requireNonNull(withoutTerritory, "withoutTerritory");
    requireNonNull(total, "total");
    byOwner = Collections.unmodifiableSortedMap(new TreeMap<>(byOwner));
    byTerritory = Collections.unmodifiableSortedMap(new TreeMap<>(byTerritory));
  }

  /**
   * What an actor has.
   *
   * @param owner any
   * @return nothing for one who owns no account
   */
  public Load of(ActorId owner) {
    return byOwner.getOrDefault(owner, Load.NONE);
  }
}
