package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Queries that find too much or too little. */
final class QueryFaults {

  private QueryFaults() {}

  static List<Saboteur> all() {
    return List.of(
        new Saboteur(
            "compares keys without capitals",
            "query-equal",
            () -> scanning(QueryFaults::withoutCapitals)),
        new Saboteur(
            "takes the empty text for a key",
            "query-equal",
            () -> scanning(QueryFaults::emptyIsAKey)),
        new Saboteur(
            "includes the end of a range", "query-range", () -> scanning(QueryFaults::closedRange)),
        new Saboteur(
            "takes a prefix for a pattern", "query-prefix", () -> scanning(QueryFaults::pattern)),
        new Saboteur(
            "finds whole words only", "query-free-text", () -> scanning(QueryFaults::wholeWords)),
        new Saboteur(
            "folds capitals as the default locale does",
            "defaults",
            () -> scanning(QueryFaults::defaultLocale)),
        new Saboteur("takes or for and", "query-and-or", () -> scanning(QueryFaults::orIsAnd)),
        new Saboteur(
            "has no index by customer",
            "query-of-customer",
            () -> scanning(QueryFaults::noCustomers)),
        new Saboteur(
            "scans for undeclared indexes", "query-undeclared-index", ScansForUndeclared::new),
        new Saboteur(
            "lists a record once for each key",
            "query-many-keys",
            () -> RecordFaults.of(Doubles::new)),
        new Saboteur(
            "filters the page, not the list",
            "query-filtered-order",
            () -> RecordFaults.of(FiltersPage::new)),
        new Saboteur(
            "finds by keys of earlier versions", "record-new-life", () -> new StaleIndex(1)),
        new Saboteur(
            "forgets the index from the fourth version on",
            "random-commands",
            () -> new StaleIndex(4)),
        new Saboteur(
            "ignores criteria within a window",
            "query-facts",
            () -> FactFaults.of(IgnoresCriterion::new)),
        new Saboteur(
            "answers words without saying that it can", "query-free-text", Undeclared::new));
  }

  /** Matches what a fault adds to a sound evaluation; may lift parts of it by throwing nothing. */
  private interface Lapse {
    boolean applies(Criterion<?> criterion, Object value);
  }

  private static Fault scanning(Lapse lapse) {
    return new Scanning(lapse);
  }

  @SuppressWarnings("unchecked")
  private static <T> boolean matches(Lapse lapse, Criterion<T> criterion, T value) {
    if (lapse.applies(criterion, value)) {
      return !criterion.matches(value);
    }
    if (criterion instanceof Criterion.And<T> and) {
      return and.criteria().stream().allMatch(part -> matches(lapse, part, value));
    }
    if (criterion instanceof Criterion.Or<T> or) {
      return or.criteria().stream().anyMatch(part -> matches(lapse, part, value));
    }
    return criterion.matches(value);
  }

  private static boolean withoutCapitals(Criterion<?> criterion, Object value) {
    return criterion instanceof Criterion.Equal<?, ?> equal
        && !sound(criterion, value)
        && keys(equal.index(), value).stream()
            .anyMatch(key -> key.toString().equalsIgnoreCase(equal.key().toString()));
  }

  private static boolean emptyIsAKey(Criterion<?> criterion, Object value) {
    return criterion instanceof Criterion.Equal<?, ?> equal
        && equal.key().equals("")
        && value instanceof Specimen specimen
        && specimen.name().isEmpty();
  }

  private static boolean closedRange(Criterion<?> criterion, Object value) {
    return criterion instanceof Criterion.Range<?, ?> range
        && range.to() != null
        && !sound(criterion, value)
        && keys(range.index(), value).contains(range.to());
  }

  private static boolean pattern(Criterion<?> criterion, Object value) {
    if (!(criterion instanceof Criterion.Prefix<?> prefix) || sound(criterion, value)) {
      return false;
    }
    String pattern =
        Pattern.quote(prefix.prefix()).replace("_", "\\E.\\Q").replace("%", "\\E.*\\Q");
    return keys(prefix.index(), value).stream()
        .anyMatch(key -> Pattern.compile(pattern).matcher(key.toString()).lookingAt());
  }

  private static boolean wholeWords(Criterion<?> criterion, Object value) {
    return criterion instanceof Criterion.Contains<?> contains
        && sound(criterion, value)
        && !words((Specimen) value, Locale.ROOT).containsAll(contains.words());
  }

  private static boolean defaultLocale(Criterion<?> criterion, Object value) {
    return criterion instanceof Criterion.Contains<?> contains
        && sound(criterion, value)
        && !contains.words().stream()
            .allMatch(word -> words((Specimen) value, Locale.getDefault()).stream()
                .anyMatch(text -> text.contains(word)))
        && words((Specimen) value, Locale.ROOT).containsAll(contains.words());
  }

  private static boolean orIsAnd(Criterion<?> criterion, Object value) {
    return criterion instanceof Criterion.Or<?> or
        && sound(criterion, value)
        && !or.criteria().stream().allMatch(part -> sound(part, value));
  }

  private static boolean noCustomers(Criterion<?> criterion, Object value) {
    return criterion instanceof Criterion.Equal<?, ?> equal
        && equal.index().name().equals(StoredType.CUSTOMER_INDEX)
        && sound(criterion, value);
  }

  private static List<String> words(Specimen specimen, Locale locale) {
    List<String> words = new ArrayList<>();
    for (String text : Specimen.WORDS.normalForms(specimen)) {
      words.addAll(Arrays.asList(text.split("\\s+")));
    }
    if (!locale.equals(Locale.ROOT)) {
      words.clear();
      words.addAll(Arrays.asList(specimen.name().toLowerCase(locale).split("\\s+")));
      specimen.aliases().forEach(alias -> words.add(alias.toLowerCase(locale)));
    }
    return words;
  }

  @SuppressWarnings("unchecked")
  private static <T> boolean sound(Criterion<?> criterion, Object value) {
    return ((Criterion<T>) criterion).matches((T) value);
  }

  @SuppressWarnings("unchecked")
  private static <T> Set<?> keys(Index<?, ?> index, Object value) {
    return ((Index<T, ?>) index).keys((T) value);
  }

  private static <A> Slice<Versioned<A>> scan(
      RecordType<?, A> type,
      List<Versioned<A>> all,
      Query<A> query,
      Page page,
      BiPredicate<Criterion<A>, A> matches) {
    NavigableMap<Cursor, Versioned<A>> found = new TreeMap<>(
        query.descending() ? Comparator.<Cursor>reverseOrder() : Comparator.naturalOrder());
    all.stream()
        .filter(row -> matches.test(query.criterion(), row.value()))
        .forEach(row -> found.put(query.cursor(row.value(), type.idText(row.value())), row));
    return ReferenceStore.page(found, page);
  }

  private static final class Scanning extends Fault {

    private final Lapse lapse;

    Scanning(Lapse lapse) {
      this.lapse = lapse;
    }

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new RecordFaults.Typed<>(type, sound) {
        @Override
        public Slice<Versioned<A>> list(Query<A> query, Page page) {
          sound.list(query, Page.first(1));
          return scan(
              type,
              all(Query.all()),
              query,
              page,
              (criterion, value) -> QueryFaults.matches(lapse, criterion, value));
        }
      };
    }
  }

  private static final class ScansForUndeclared extends Fault {
    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new RecordFaults.Typed<>(type, sound) {
        @Override
        public Slice<Versioned<A>> list(Query<A> query, Page page) {
          return scan(type, all(Query.all()), query, page, Criterion::matches);
        }
      };
    }
  }

  private static final class Doubles<I, A> extends RecordFaults.Typed<I, A> {
    Doubles(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      Slice<Versioned<A>> slice = sound.list(query, page);
      if (!(query.criterion() instanceof Criterion.Prefix<A> prefix)) {
        return slice;
      }
      List<Versioned<A>> joined = new ArrayList<>();
      slice
          .items()
          .forEach(row -> prefix.index().keys(row.value()).stream()
              .filter(key -> key.startsWith(prefix.prefix()))
              .forEach(key -> joined.add(row)));
      return new Slice<>(joined, slice.next());
    }
  }

  private static final class FiltersPage<I, A> extends RecordFaults.Typed<I, A> {
    FiltersPage(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      if (query.order() == null) {
        return sound.list(query, page);
      }
      Slice<Versioned<A>> all =
          sound.list(new Query<>(Criterion.all(), query.order(), query.descending()), page);
      return new Slice<>(
          all.items().stream()
              .filter(row -> query.criterion().matches(row.value()))
              .toList(),
          all.items().stream().anyMatch(row -> query.criterion().matches(row.value()))
              ? all.next()
              : null);
    }
  }

  /** Still finds a record by the keys that it had before a version. */
  private static final class StaleIndex extends Fault {

    private final Map<String, List<Object>> former = new HashMap<>();
    private final long fromVersion;

    StaleIndex(long fromVersion) {
      this.fromVersion = fromVersion;
    }

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new RecordFaults.Typed<>(type, sound) {
        @Override
        public WriteOutcome<A> update(A value, long expectedVersion) {
          if (expectedVersion >= fromVersion) {
            stored(value)
                .ifPresent(row -> former
                    .computeIfAbsent(type.idText(value), id -> new ArrayList<>())
                    .add(row.value()));
          }
          return sound.update(value, expectedVersion);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Slice<Versioned<A>> list(Query<A> query, Page page) {
          return former.isEmpty()
              ? sound.list(query, page)
              : scan(
                  type,
                  all(Query.all()),
                  query,
                  page,
                  (criterion, value) -> criterion.matches(value)
                      || (criterion instanceof Criterion.Equal<?, ?>
                          && former.getOrDefault(type.idText(value), List.of()).stream()
                              .anyMatch(old -> criterion.matches((A) old))));
        }
      };
    }
  }

  private static final class IgnoresCriterion<F> extends FactFaults.Typed<F> {
    IgnoresCriterion(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public Slice<F> list(LogQuery<F> query, Page page) {
      return query.start() == null
          ? sound.list(query, page)
          : sound.list(
              new LogQuery<>(Criterion.all(), query.start(), query.end(), query.newestFirst()),
              page);
    }
  }

  private static final class Undeclared extends Fault {
    @Override
    Set<Capability> capabilities(Set<Capability> sound) {
      return Set.of(Capability.AFTER_COMMIT);
    }
  }
}
