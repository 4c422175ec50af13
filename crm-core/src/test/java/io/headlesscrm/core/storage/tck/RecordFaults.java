package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records that are lost, mixed up, revived or listed wrongly. */
final class RecordFaults {

  private RecordFaults() {}

  static List<Saboteur> all() {
    return List.of(
        new Saboteur(
            "inserts over what is there", "record-second-insert", () -> of(InsertsOver::new)),
        new Saboteur(
            "ignores the version of an update",
            "record-stale-update",
            () -> of(IgnoresVersion::new)),
        new Saboteur(
            "ignores the version of a delete",
            "record-stale-delete",
            () -> of(DeletesAnyVersion::new)),
        new Saboteur(
            "brings back what was deleted", "record-no-resurrection", () -> of(Revives::new)),
        new Saboteur("deletes nothing", "record-find-absent", () -> of(DeletesNothing::new)),
        new Saboteur(
            "finds version 1 for ever", "record-version-counts", () -> of(FindsVersionOne::new)),
        new Saboteur(
            "tells the version before the write",
            "record-outcome",
            () -> of(TellsFormerVersion::new)),
        new Saboteur(
            "takes stale for absent", "record-stale-update", () -> of(TakesStaleForAbsent::new)),
        new Saboteur("throws when it refuses", "record-second-insert", () -> of(Throws::new)),
        new Saboteur(
            "compares ids without capitals", "record-exact-ids", () -> of(IgnoresCapitals::new)),
        new Saboteur("keeps all types in one table", "record-types-apart", OneTable::new),
        new Saboteur("buries ids for good", "record-new-life", Buries::new),
        new Saboteur("remembers what it has found", "threads-see-committed", Remembers::new),
        new Saboteur("pages by offset", "page-while-writing", () -> of(PagesByOffset::new)),
        new Saboteur("pages by key alone", "page-equal-keys", () -> of(PagesByKeyAlone::new)),
        new Saboteur("always names a next page", "page-limits", () -> of(AlwaysMore::new)),
        new Saboteur("fills a page beyond its limit", "page-limits", () -> of(OneMore::new)),
        new Saboteur("orders ids by 16-bit units", "order-of-ids", () -> of(OrdersByUnits::new)),
        new Saboteur("ignores the order", "order-of-keys", () -> of(IgnoresOrder::new)),
        new Saboteur(
            "leaves out records without sort key",
            "page-equal-keys",
            () -> of(LeavesOutKeyless::new)));
  }

  /** Wraps every store. */
  interface Wrapping {
    <I, A> Store<I, A> wrap(RecordType<I, A> type, Store<I, A> sound);
  }

  static Fault of(Wrapping wrapping) {
    return new Fault() {
      @Override
      <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
        return wrapping.wrap(type, sound);
      }
    };
  }

  /** A store that knows its type. */
  static class Typed<I, A> extends Fault.StoreWrapper<I, A> {

    final RecordType<I, A> type;

    Typed(RecordType<I, A> type, Store<I, A> sound) {
      super(sound);
      this.type = type;
    }

    Optional<Versioned<A>> stored(A value) {
      return sound.find(type.id(value));
    }

    List<Versioned<A>> all(Query<A> query) {
      return Workbench.walk(1_000, page -> sound.list(query, page));
    }
  }

  private static final class InsertsOver<I, A> extends Typed<I, A> {
    InsertsOver(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> insert(A value) {
      return stored(value)
          .map(found -> sound.update(value, found.version()))
          .orElseGet(() -> sound.insert(value));
    }
  }

  private static final class IgnoresVersion<I, A> extends Typed<I, A> {
    IgnoresVersion(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> update(A value, long expectedVersion) {
      return sound.update(value, stored(value).map(Versioned::version).orElse(expectedVersion));
    }
  }

  private static final class DeletesAnyVersion<I, A> extends Typed<I, A> {
    DeletesAnyVersion(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> delete(I id, long expectedVersion) {
      return sound.delete(id, find(id).map(Versioned::version).orElse(expectedVersion));
    }
  }

  private static final class Revives<I, A> extends Typed<I, A> {
    Revives(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> update(A value, long expectedVersion) {
      return stored(value).isEmpty() ? sound.insert(value) : sound.update(value, expectedVersion);
    }
  }

  private static final class DeletesNothing<I, A> extends Typed<I, A> {
    DeletesNothing(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> delete(I id, long expectedVersion) {
      return find(id)
          .filter(found -> found.version() == expectedVersion)
          .<WriteOutcome<A>>map(WriteOutcome.Done::new)
          .orElseGet(() -> sound.delete(id, expectedVersion));
    }
  }

  private static final class FindsVersionOne<I, A> extends Typed<I, A> {
    FindsVersionOne(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Optional<Versioned<A>> find(I id) {
      return sound.find(id).map(found -> new Versioned<>(found.value(), 1));
    }
  }

  private static final class TellsFormerVersion<I, A> extends Typed<I, A> {
    TellsFormerVersion(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> update(A value, long expectedVersion) {
      WriteOutcome<A> outcome = sound.update(value, expectedVersion);
      return outcome.isDone()
          ? new WriteOutcome.Done<>(new Versioned<>(value, expectedVersion))
          : outcome;
    }
  }

  private static final class TakesStaleForAbsent<I, A> extends Typed<I, A> {
    TakesStaleForAbsent(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> update(A value, long expectedVersion) {
      WriteOutcome<A> outcome = sound.update(value, expectedVersion);
      return outcome.isDone() ? outcome : new WriteOutcome.Refused<>(Refusal.ABSENT);
    }
  }

  private static final class Throws<I, A> extends Typed<I, A> {
    Throws(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> insert(A value) {
      return new WriteOutcome.Done<>(sound.insert(value).orThrow());
    }

    @Override
    public WriteOutcome<A> update(A value, long expectedVersion) {
      return new WriteOutcome.Done<>(sound.update(value, expectedVersion).orThrow());
    }
  }

  private static final class IgnoresCapitals<I, A> extends Typed<I, A> {
    IgnoresCapitals(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public WriteOutcome<A> insert(A value) {
      String folded = type.idText(value).toLowerCase(Locale.ROOT);
      boolean taken = all(Query.all()).stream()
          .anyMatch(found -> type.idText(found.value()).toLowerCase(Locale.ROOT).equals(folded));
      return taken ? new WriteOutcome.Refused<>(Refusal.EXISTS) : sound.insert(value);
    }
  }

  private static final class OneTable extends Fault {

    private final Set<String> ids = new HashSet<>();

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new Typed<>(type, sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          boolean taken = stored(value).isEmpty() && !ids.add(type.idText(value));
          return taken ? new WriteOutcome.Refused<>(Refusal.EXISTS) : sound.insert(value);
        }

        @Override
        public WriteOutcome<A> delete(I id, long expectedVersion) {
          ids.remove(type.text(id));
          return sound.delete(id, expectedVersion);
        }
      };
    }
  }

  private static final class Buries extends Fault {

    private final Set<String> graves = new HashSet<>();

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new Typed<>(type, sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          return graves.contains(type.idText(value))
              ? new WriteOutcome.Refused<>(Refusal.EXISTS)
              : sound.insert(value);
        }

        @Override
        public WriteOutcome<A> delete(I id, long expectedVersion) {
          graves.add(type.text(id));
          return sound.delete(id, expectedVersion);
        }
      };
    }
  }

  /** Each handle has a cache that only its own writes renew. */
  private static final class Remembers extends Fault {

    private final Map<CrmStorage, Map<Object, Object>> caches = new HashMap<>();

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      Map<Object, Object> cache = caches.computeIfAbsent(handle, h -> new HashMap<>());
      return new Typed<>(type, sound) {
        @Override
        @SuppressWarnings("unchecked")
        public Optional<Versioned<A>> find(I id) {
          return (Optional<Versioned<A>>)
              cache.computeIfAbsent(type + type.text(id), key -> sound.find(id));
        }

        @Override
        public WriteOutcome<A> insert(A value) {
          cache.remove(type + type.idText(value));
          return sound.insert(value);
        }

        @Override
        public WriteOutcome<A> update(A value, long expectedVersion) {
          cache.remove(type + type.idText(value));
          return sound.update(value, expectedVersion);
        }

        @Override
        public WriteOutcome<A> delete(I id, long expectedVersion) {
          cache.remove(type + type.text(id));
          return sound.delete(id, expectedVersion);
        }
      };
    }
  }

  private static final class PagesByOffset<I, A> extends Typed<I, A> {
    PagesByOffset(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      return offset(all(query), page);
    }
  }

  static <T> Slice<T> offset(List<T> all, Page page) {
    int from = page.after() == null ? 0 : Integer.parseInt(page.after().id());
    int to = Math.min(all.size(), from + page.limit());
    return new Slice<>(
        all.subList(Math.min(from, to), to),
        to < all.size() ? new Cursor("", Integer.toString(to)) : null);
  }

  private static final class PagesByKeyAlone<I, A> extends Typed<I, A> {
    PagesByKeyAlone(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      Cursor after = page.after();
      return query.order() == null || after == null
          ? sound.list(query, page)
          : sound.list(
              query,
              page.after(new Cursor(after.key(), query.descending() ? " " : "\uDBFF\uDFFF")));
    }
  }

  private static final class AlwaysMore<I, A> extends Typed<I, A> {
    AlwaysMore(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      List<Versioned<A>> items = sound.list(query, page).items();
      if (items.isEmpty()) {
        return new Slice<>(items, null);
      }
      A last = items.get(items.size() - 1).value();
      return new Slice<>(items, query.cursor(last, type.idText(last)));
    }
  }

  private static final class OneMore<I, A> extends Typed<I, A> {
    OneMore(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      return sound.list(query, new Page(page.limit() + 1, page.after()));
    }
  }

  private static final class OrdersByUnits<I, A> extends Typed<I, A> {
    OrdersByUnits(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      Slice<Versioned<A>> slice = sound.list(query, page);
      if (query.order() != null) {
        return slice;
      }
      Comparator<Versioned<A>> order = Comparator.comparing(found -> type.idText(found.value()));
      List<Versioned<A>> items = new ArrayList<>(slice.items());
      items.sort(query.descending() ? order.reversed() : order);
      return new Slice<>(items, slice.next());
    }
  }

  private static final class IgnoresOrder<I, A> extends Typed<I, A> {
    IgnoresOrder(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      return sound.list(new Query<>(query.criterion(), null, query.descending()), page);
    }
  }

  private static final class LeavesOutKeyless<I, A> extends Typed<I, A> {
    LeavesOutKeyless(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      return query.order() == null
          ? sound.list(query, page)
          : sound.list(
              new Query<>(
                  query.criterion().and(new Criterion.Range<>(query.order(), null, null)),
                  query.order(),
                  query.descending()),
              page);
    }
  }
}
