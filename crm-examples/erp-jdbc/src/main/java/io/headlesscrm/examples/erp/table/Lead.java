package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Criterion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The criterion by which a list is entered: the one that probably leaves the fewest rows. The databases are asked in that
 * order, because H2 follows it and PostgreSQL finds its own.
 *
 * @param <T> the type of the values
 * @param criterion one that all values of the list meet
 * @param kind how the rows are found
 * @param ranges of keys, one of which each value has; empty for words
 */
record Lead<T>(Criterion<T> criterion, Kind kind, List<KeyRange> ranges) {

  /** How rows are found, the best first. */
  enum Kind {
    /** Rows of one key, each id once, in the order of the list. */
    ONE_KEY,
    /** The ids of several ranges of keys, made distinct. */
    KEYS,
    /** Rows of a text index, each id once, in the order of the list. */
    WORDS
  }

  /** The best of the criteria that must all be met. */
  static <T> Optional<Lead<T>> findBest(List<Criterion<T>> conjuncts) {
    return conjuncts.stream()
        .flatMap(criterion -> find(criterion).stream())
        .min(Comparator.comparing(Lead::kind));
  }

  private static <T> Optional<Lead<T>> find(Criterion<T> criterion) {
    if (criterion instanceof Criterion.Contains<T> contains) {
      return contains.words().isEmpty()
          ? Optional.empty()
          : Optional.of(new Lead<>(criterion, Kind.WORDS, List.of()));
    }
    return findRanges(criterion).map(ranges -> new Lead<>(criterion, kind(ranges), ranges));
  }

  private static Kind kind(List<KeyRange> ranges) {
    return ranges.size() == 1 && ranges.get(0).isOneKey() ? Kind.ONE_KEY : Kind.KEYS;
  }

  private static <T> Optional<List<KeyRange>> findRanges(Criterion<T> criterion) {
    if (criterion instanceof Criterion.Or<T> or) {
      List<Optional<List<KeyRange>>> parts =
          or.criteria().stream().map(Lead::findRanges).toList();
      return parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)
          ? Optional.empty()
          : Optional.of(
              parts.stream().flatMap(Optional::stream).flatMap(List::stream).toList());
    }
    return KeyRange.find(criterion).filter(KeyRange::isNarrow).map(List::of);
  }
}
