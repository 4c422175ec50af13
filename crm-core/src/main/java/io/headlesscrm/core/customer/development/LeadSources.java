package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where leads come from and what becomes of them. A lead is a customer that came on file before it bought. Its source stays
 * with it, so that a purchase is counted where the lead came from.
 *
 * @param sources by source; {@link Funnel#UNKNOWN} for leads without
 */
public record LeadSources(SortedMap<String, Leads> sources) {

  /**
   * The leads of one source.
   *
   * @param leads how many came on file
   * @param converted how many of them have bought
   * @param lost how many of them are lost without having bought
   */
  public record Leads(int leads, int converted, int lost) {

    /** No leads. */
    public static final Leads NONE = new Leads(0, 0, 0);

    /**
     * The leads that may still buy.
     *
     * @return at least 0
     */
    public int open() {
      return leads - converted - lost;
    }

    /**
     * The share that has bought, of those that have bought or are lost.
     *
     * @return in [0, 1]; absent while all are open
     */
    public OptionalDouble rate() {
      int decided = converted + lost;
      return decided == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(converted / (double) decided);
    }

    Leads plus(Leads other) {
      return new Leads(leads + other.leads, converted + other.converted, lost + other.lost);
    }
  }

  public LeadSources {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }

  /**
   * The leads by source.
   *
   * @param stays of all customers
   * @param source of a customer; null where it is not known
   * @return every lead once
   */
  public static LeadSources of(StageStays stays, Function<CustomerId, @Nullable String> source) {
    SortedMap<String, Leads> sources = new TreeMap<>();
    stays.byCustomer().forEach((customer, own) -> {
      if (!own.get(0).buyer()) {
        String name = source.apply(customer);
        sources.merge(name == null ? Funnel.UNKNOWN : name, lead(own), Leads::plus);
      }
    });
    return new LeadSources(sources);
  }

  /**
   * The leads of a storage by the source in their records.
   *
   * @param storage with customers and changes of stage
   * @param asOf the instant before which everything known counts
   * @return every lead once
   */
  public static LeadSources read(CrmStorage storage, Instant asOf) {
    Map<CustomerId, String> sources = new HashMap<>();
    storage.store(Customer.TYPE).forEach(Query.all(), versioned -> {
      Customer customer = versioned.value();
      if (customer.source() != null) {
        sources.put(customer.id(), customer.source());
      }
    });
    return of(StageStays.read(storage, asOf), sources::get);
  }

  /**
   * The leads of all sources.
   *
   * @return the sum
   */
  public Leads all() {
    return sources.values().stream().reduce(Leads.NONE, Leads::plus);
  }

  private static Leads lead(List<Stay> stays) {
    boolean bought = stays.stream().anyMatch(Stay::buyer);
    boolean lost = !bought && stays.get(stays.size() - 1).stage() == Stage.LOST;
    return new Leads(1, bought ? 1 : 0, lost ? 1 : 0);
  }
}
