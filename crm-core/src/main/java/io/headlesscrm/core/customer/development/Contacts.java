package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How often there was contact with each customer in a period, in either direction. A correction is no contact of its own.
 * Immutable.
 */
public final class Contacts {

  private final Map<CustomerId, Integer> counts;

  private Contacts(Map<CustomerId, Integer> counts) {
    this.counts = counts;
  }

  /**
   * The contacts of a period.
   *
   * @param interactions with any customers, in any order
   * @param start the first instant that counts
   * @param end the first instant that does not count any more
   * @return the counts
   */
  public static Contacts of(Collection<Interaction> interactions, Instant start, Instant end) {
    Map<CustomerId, Integer> counts = new HashMap<>();
    LogQuery<Interaction> period = period(start, end);
    interactions.stream()
        .filter(interaction -> period.covers(interaction.at()))
        .forEach(interaction -> count(counts, interaction));
    return new Contacts(counts);
  }

  /**
   * The contacts of a period that a storage knows.
   *
   * @param storage with interactions
   * @param start the first instant that counts
   * @param end the first instant that does not count any more
   * @return the counts
   */
  public static Contacts read(CrmStorage storage, Instant start, Instant end) {
    Map<CustomerId, Integer> counts = new HashMap<>();
    storage
        .log(Interaction.TYPE)
        .forEach(period(start, end), interaction -> count(counts, interaction));
    return new Contacts(counts);
  }

  /**
   * How often there was contact.
   *
   * @param customer any
   * @return at least 0
   */
  public int with(CustomerId customer) {
    return counts.getOrDefault(customer, 0);
  }

  /**
   * The customers with whom there was contact.
   *
   * @return unmodifiable
   */
  public Set<CustomerId> customers() {
    return Collections.unmodifiableSet(counts.keySet());
  }

  private static LogQuery<Interaction> period(Instant start, Instant end) {
    return LogQuery.<Interaction>all().since(start).before(end);
  }

  private static void count(Map<CustomerId, Integer> counts, Interaction interaction) {
    if (interaction.corrects() == null) {
      counts.merge(interaction.customer(), 1, Integer::sum);
    }
  }
}
