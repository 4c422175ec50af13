package io.headlesscrm.core.crm;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.TextOrder;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened with a customer, of every registered type that has a place on the timeline, the newest first.
 * Pages are found by place, so the thousandth costs what the first does; nothing is ever read that is not near the page.
 */
public final class Timeline {

  private final CrmStorage storage;
  private final Customers customers;
  private final List<StoredType<?>> types;

  Timeline(CrmStorage storage, TypeRegistry registry, Customers customers) {
    this.storage = storage;
    this.customers = customers;
    this.types = registry.types().stream().filter(StoredType::isOnTimeline).toList();
  }

  /**
   * The newest page.
   *
   * @param customer any, also one that was merged
   * @param limit how many items at most, at least 1
   * @return the page
   */
  public TimelinePage newest(CustomerId customer, int limit) {
    return read(customer, limit, new Bound(Instant.MAX, null));
  }

  /**
   * What happened before an instant.
   *
   * @param customer any, also one that was merged
   * @param limit how many items at most, at least 1
   * @param instant the first that is not looked at any more
   * @return the page
   */
  public TimelinePage before(CustomerId customer, int limit, Instant instant) {
    return read(customer, limit, new Bound(instant, null));
  }

  /**
   * The next page.
   *
   * @param customer the same as that of the page before
   * @param limit how many items at most, at least 1
   * @param last where the page before said that the next one begins
   * @return the page
   */
  public TimelinePage after(CustomerId customer, int limit, TimelineItem last) {
    return read(customer, limit, new Bound(last.at(), last));
  }

  private TimelinePage read(CustomerId any, int limit, Bound bound) {
    CustomerId customer = customers.resolve(any);
    Page page = Page.first(limit);
    List<TimelineItem> items = new ArrayList<>();
    boolean more = false;
    for (StoredType<?> type : types) {
      more |= add(items, type, customer, bound, page);
    }
    items.sort(Comparator.reverseOrder());
    more |= items.size() > limit;
    List<TimelineItem> shown = items.size() > limit ? items.subList(0, limit) : items;
    return new TimelinePage(shown, more ? shown.get(shown.size() - 1) : null);
  }

  private boolean add(
      List<TimelineItem> items, StoredType<?> type, CustomerId customer, Bound bound, Page page) {
    if (type instanceof FactType<?> facts) {
      return addFacts(items, facts, customer, bound, page);
    }
    return addRecords(items, (RecordType<?, ?>) type, customer, bound, page);
  }

  private <F> boolean addFacts(
      List<TimelineItem> items, FactType<F> type, CustomerId customer, Bound bound, Page page) {
    LogQuery<F> query = LogQuery.where(type.of(customer)).reversed();
    @Nullable Instant end = bound.end(type.name());
    var slice = storage
        .log(type)
        .list(end == null ? query : query.before(end), page.after(bound.cursor(type.name())));
    slice.items().forEach(fact -> add(items, type, fact));
    return !slice.isLast();
  }

  private <A> boolean addRecords(
      List<TimelineItem> items,
      RecordType<?, A> type,
      CustomerId customer,
      Bound bound,
      Page page) {
    Index<A, Instant> order = type.findTimelineOrder().orElseThrow();
    @Nullable Instant end = bound.end(type.name());
    Criterion<A> within = end == null ? order.atLeast(Instant.MIN) : order.below(end);
    var slice = storage
        .store(type)
        .list(
            Query.where(type.of(customer).and(within)).orderedBy(order).reversed(),
            page.after(bound.cursor(type.name())));
    slice.items().stream().map(Versioned::value).forEach(record -> add(items, type, record));
    return !slice.isLast();
  }

  private static <T> void add(List<TimelineItem> items, StoredType<T> type, T value) {
    Stream.of(value)
        .flatMap(each -> type.findTimelineEntry(each).stream())
        .map(entry -> new TimelineItem(entry.at(), type.name(), type.idText(value), entry.text()))
        .forEach(items::add);
  }

  /** What comes after a place: all of earlier instants, and of the same one what types and ids leave. */
  private record Bound(Instant at, @Nullable TimelineItem last) {

    /** The first instant that a type is not read at any more; null: all are. */
    @Nullable
    Instant end(String type) {
      boolean sameInstant = last != null && TextOrder.compare(type, last.type()) <= 0;
      if (sameInstant) {
        return at.equals(Instant.MAX) ? null : at.plusNanos(1);
      }
      return at.equals(Instant.MAX) && last == null ? null : at;
    }

    /** The place within the type itself. */
    @Nullable
    Cursor cursor(String type) {
      return last != null && last.type().equals(type)
          ? new Cursor(KeyType.INSTANT.encode(last.at()), last.id())
          : null;
    }
  }
}
