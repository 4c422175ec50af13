package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerChange;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a customer in one call. The number of look-ups is the same for every customer, and each reads at most
 * a page of {@value #MOST} facts; only for a date before the last purchase or credit note all earlier ones of that customer
 * are read.
 */
public final class Profiles {

  static final int MOST = 200;

  private static final int RECENT = 20;

  private final CrmStorage storage;
  private final Customers customers;
  private final Owners owners;
  private final Timeline timeline;
  private final Counter counter;

  Profiles(
      CrmStorage storage, Customers customers, Owners owners, Timeline timeline, Counter counter) {
    this.storage = storage;
    this.customers = customers;
    this.owners = owners;
    this.timeline = timeline;
    this.counter = counter;
  }

  /**
   * What was known of a customer on a date.
   *
   * @param customer any, also one that was merged
   * @param asOf days before it count
   * @return empty when it was not on file yet
   */
  public Optional<CustomerProfile> find(CustomerId customer, LocalDate asOf) {
    CustomerId id = customers.resolve(customer);
    Instant end = requireNonNull(asOf, "asOf").atStartOfDay(counter.zone()).toInstant();
    return findRecord(id, end).map(record -> profile(record, asOf, end));
  }

  private CustomerProfile profile(Customer record, LocalDate asOf, Instant end) {
    @Nullable Standing standing = customers.findStanding(record.id()).orElse(null);
    List<StageChange> stages = new ArrayList<>(latest(StageChange.TYPE, record.id(), end));
    Collections.reverse(stages);
    return new CustomerProfile(
        asOf,
        record,
        stages,
        summary(record.id(), standing, end),
        owners.findOwner(record.id(), asOf.minusDays(1)).orElse(null),
        latestOfEachKind(record.id(), asOf),
        timeline.before(record.id(), RECENT, end).items());
  }

  private Optional<Customer> findRecord(CustomerId id, Instant end) {
    List<CustomerChange> later = storage
        .log(CustomerChange.TYPE)
        .list(LogQuery.where(CustomerChange.TYPE.of(id)).since(end), Page.first(1))
        .items();
    return CustomerChange.findAsOf(
        customers.find(id).map(known -> known.value()).orElse(null), later, end.minusNanos(1));
  }

  private PurchaseSummary summary(CustomerId id, @Nullable Standing standing, Instant end) {
    if (standing == null) {
      return PurchaseSummary.empty();
    }
    LogQuery<Purchase> own = LogQuery.where(Purchase.BUYER.is(id.value()));
    boolean isPast =
        !storage.log(Purchase.TYPE).list(own.since(end), Page.first(1)).items().isEmpty();
    return isPast ? summary(own.before(end)) : standing.summary();
  }

  private PurchaseSummary summary(LogQuery<Purchase> query) {
    List<Purchase> earlier = new ArrayList<>();
    storage.log(Purchase.TYPE).forEach(query, earlier::add);
    return PurchaseHistory.of(earlier, counter.policy()).summary(counter.rates(), counter.zone());
  }

  /** An assessment as of the very date knows only the days before it. */
  private List<Assessment> latestOfEachKind(CustomerId id, LocalDate asOf) {
    Instant end = asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Map<String, Assessment> byKind = new TreeMap<>();
    latest(Assessment.TYPE, id, end).forEach(each -> byKind.putIfAbsent(each.kind(), each));
    return List.copyOf(byKind.values());
  }

  /** The latest facts before an instant, the newest first. */
  private <F> List<F> latest(FactType<F> type, CustomerId id, Instant end) {
    LogQuery<F> query = LogQuery.where(type.of(id)).before(end).reversed();
    return storage.log(type).list(query, Page.first(MOST)).items();
  }
}
