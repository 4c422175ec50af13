package io.headlesscrm.core.storage.memory;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TextIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one type with their indexes. Each change tells the unit how to take it back.
 *
 * <p>The indexes learn of changes only when they are asked: a record that changes a hundred times between two queries is
 * indexed once.
 */
final class Table<T> {

  private final StoredType<T> type;
  private final MemoryUnit unit;
  private final Map<String, Row<T>> byId = new HashMap<>();
  private final SortedRows<T> all = new SortedRows<>();
  private final Map<Index<T, ?>, KeyIndex<T, ?>> indexes = new LinkedHashMap<>();
  private final Map<TextIndex<T>, KeyIndex<T, String>> grams = new LinkedHashMap<>();
  private final List<KeyIndex<T, ?>> everyIndex;

  /** In the order in which they changed, so that a row goes before another one takes its place. */
  private final List<Row<T>> awaitingIndexing = new ArrayList<>();

  Table(StoredType<T> type, MemoryUnit unit) {
    this.type = type;
    this.unit = unit;
    type.indexes().forEach(index -> indexes.put(index, KeyIndex.of(index)));
    type.textIndexes().forEach(index -> grams.put(index, KeyIndex.of(index)));
    everyIndex =
        Stream.concat(indexes.values().stream(), grams.values().stream()).toList();
  }

  StoredType<T> type() {
    return type;
  }

  MemoryUnit unit() {
    return unit;
  }

  int size() {
    return all.size();
  }

  @Nullable
  Row<T> row(String id) {
    return byId.get(id);
  }

  SortedRows<T> all() {
    return all;
  }

  void insert(Row<T> row) {
    put(row);
    unit.onRollback(() -> take(row));
  }

  void remove(Row<T> row) {
    take(row);
    unit.onRollback(() -> put(row));
  }

  void change(Row<T> row, T value, long version) {
    T before = row.value();
    long versionBefore = row.version();
    set(row, value, version);
    unit.onRollback(() -> set(row, before, versionBefore));
  }

  /** The rows that can match; null when no index narrows them down. */
  @Nullable
  Candidates<T> candidates(Criterion<T> criterion) {
    if (criterion instanceof Criterion.And<T> and) {
      return all(and.criteria());
    }
    if (criterion instanceof Criterion.Or<T> or) {
      return any(or.criteria());
    }
    if (criterion instanceof Criterion.Equal<T, ?> equal) {
      return equal(equal);
    }
    if (criterion instanceof Criterion.Range<T, ?> range) {
      return range(range);
    }
    if (criterion instanceof Criterion.Prefix<T> prefix) {
      return Candidates.ofPrefix(index(prefix.index()), prefix.prefix());
    }
    return criterion instanceof Criterion.Contains<T> contains ? words(contains) : null;
  }

  @SuppressWarnings("unchecked") // the map is filled by empty(Index) alone
  <K> KeyIndex<T, K> index(Index<T, K> index) {
    bringIndexesUpToDate();
    return (KeyIndex<T, K>) requireNonNull(indexes.get(index), index.name());
  }

  private @Nullable Candidates<T> all(List<Criterion<T>> criteria) {
    @Nullable Candidates<T> fewest = null;
    for (Criterion<T> criterion : criteria) {
      @Nullable Candidates<T> found = candidates(criterion);
      fewest = fewest == null ? found : fewest.and(found);
    }
    return fewest;
  }

  private @Nullable Candidates<T> any(List<Criterion<T>> criteria) {
    Candidates<T> together = new Candidates<>(List.of(), 0);
    for (Criterion<T> criterion : criteria) {
      @Nullable Candidates<T> found = candidates(criterion);
      if (found == null) {
        return null;
      }
      together = together.or(found);
    }
    return together;
  }

  private <K> Candidates<T> equal(Criterion.Equal<T, K> equal) {
    return Candidates.of(index(equal.index()).rows(equal.key()));
  }

  private <K> @Nullable Candidates<T> range(Criterion.Range<T, K> range) {
    return Candidates.of(index(range.index()).range(range.from(), range.to()));
  }

  private @Nullable Candidates<T> words(Criterion.Contains<T> contains) {
    bringIndexesUpToDate();
    KeyIndex<T, String> index =
        requireNonNull(grams.get(contains.index()), contains.index().name());
    @Nullable Candidates<T> fewest = null;
    for (String word : contains.words()) {
      @Nullable Candidates<T> found = word(index, word);
      fewest = fewest == null ? found : fewest.and(found);
    }
    return fewest;
  }

  private static <T> @Nullable Candidates<T> word(KeyIndex<T, String> index, String word) {
    @Nullable Candidates<T> fewest = null;
    for (String gram : Grams.ofWord(word)) {
      fewest = Candidates.of(index.rows(gram)).and(fewest);
    }
    return fewest == null ? Candidates.ofPrefix(index, word) : fewest;
  }

  private void put(Row<T> row) {
    everyIndex.forEach(index -> index.check(row.value()));
    all.add(row);
    byId.put(row.id(), row);
    row.setPresent(true);
    awaitIndexing(row);
  }

  private void take(Row<T> row) {
    all.remove(row);
    byId.remove(row.id());
    row.setPresent(false);
    awaitIndexing(row);
  }

  private void set(Row<T> row, T value, long version) {
    everyIndex.forEach(index -> index.check(value));
    row.set(value, version);
    awaitIndexing(row);
  }

  private void awaitIndexing(Row<T> row) {
    if (row.beginsToAwaitIndexing()) {
      awaitingIndexing.add(row);
    }
  }

  /** Several readers may ask at once; the first one does it, and nothing changes until all of them are gone. */
  private synchronized void bringIndexesUpToDate() {
    awaitingIndexing.forEach(row -> row.index(everyIndex));
    awaitingIndexing.clear();
  }
}
