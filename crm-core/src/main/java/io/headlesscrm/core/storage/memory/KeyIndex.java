package io.headlesscrm.core.storage.memory;

import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.TextIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a table by their keys. */
final class KeyIndex<T, K> {

  private final KeyType<K> type;
  private final Function<T, Set<K>> keys;
  private final Consumer<T> check;
  private final BiPredicate<T, T> unchanged;
  private final boolean keepsKeyless;
  private final Map<K, SortedRows<T>> byKey = new HashMap<>();
  private final NavigableMap<K, SortedRows<T>> inOrder;
  private final SortedRows<T> keyless = new SortedRows<>();

  private KeyIndex(
      KeyType<K> type,
      Function<T, Set<K>> keys,
      Consumer<T> check,
      BiPredicate<T, T> unchanged,
      boolean keepsKeyless) {
    this.type = type;
    this.keys = keys;
    this.check = check;
    this.unchanged = unchanged;
    this.keepsKeyless = keepsKeyless;
    this.inOrder = new TreeMap<>(type::compare);
  }

  /** By keys; a table can be listed in the order of a single index, so that one keeps rows without key too. */
  static <T, K> KeyIndex<T, K> of(Index<T, K> index) {
    return new KeyIndex<>(
        index.type(), index::keys, index::keys, (from, to) -> false, index.isSingle());
  }

  /** By pairs of characters, which are made anew only for texts that have changed. */
  static <T> KeyIndex<T, String> of(TextIndex<T> index) {
    return new KeyIndex<>(
        KeyType.TEXT,
        value -> Grams.ofTexts(index.normalForms(value)),
        index::texts,
        (from, to) -> index.texts(from).equals(index.texts(to)),
        false);
  }

  /** Fails on a value that the index will refuse, before anything is written. */
  void check(T value) {
    check.accept(value);
  }

  void add(Row<T> row, T value) {
    add(row, keys.apply(value));
  }

  void remove(Row<T> row, T value) {
    remove(row, keys.apply(value));
  }

  /** Moves a row from the keys of one value to those of another. */
  void change(Row<T> row, T from, T to) {
    if (unchanged.test(from, to)) {
      return;
    }
    Set<K> before = keys.apply(from);
    Set<K> after = keys.apply(to);
    if (!before.equals(after)) {
      remove(row, before);
      add(row, after);
    }
  }

  /** The rows with that key. */
  SortedRows<T> rows(K key) {
    return byKey.getOrDefault(key, new SortedRows<>());
  }

  /** The lists of rows with keys in [from, to), by key; null: no bound on that side. */
  Collection<SortedRows<T>> range(@Nullable K from, @Nullable K to) {
    if (from != null && to != null && type.compare(from, to) >= 0) {
      return List.of();
    }
    NavigableMap<K, SortedRows<T>> map = from == null ? inOrder : inOrder.tailMap(from, true);
    return to == null ? map.values() : map.headMap(to, false).values();
  }

  /** The keys at or after one with their rows. */
  Map<K, SortedRows<T>> from(K key) {
    return inOrder.tailMap(key, true);
  }

  /** All lists in the order of the keys, rows without key first; backwards when descending. */
  Stream<SortedRows<T>> lists(boolean descending) {
    return descending
        ? Stream.concat(inOrder.descendingMap().values().stream(), Stream.of(keyless))
        : Stream.concat(Stream.of(keyless), inOrder.values().stream());
  }

  /** The list of an encoded key; that of the rows without key for the empty text. */
  SortedRows<T> list(String encoded) {
    return encoded.isEmpty() ? keyless : rows(type.decode(encoded));
  }

  /** The lists that come behind that of an encoded key. */
  Stream<SortedRows<T>> listsBehind(String encoded, boolean descending) {
    if (encoded.isEmpty()) {
      return descending ? Stream.of() : inOrder.values().stream();
    }
    K key = type.decode(encoded);
    return descending
        ? Stream.concat(
            inOrder.headMap(key, false).descendingMap().values().stream(), Stream.of(keyless))
        : inOrder.tailMap(key, false).values().stream();
  }

  private void add(Row<T> row, Set<K> present) {
    if (present.isEmpty() && keepsKeyless) {
      keyless.add(row);
    }
    for (K key : present) {
      add(key, row);
    }
  }

  private void remove(Row<T> row, Set<K> present) {
    if (present.isEmpty() && keepsKeyless) {
      keyless.remove(row);
    }
    for (K key : present) {
      remove(key, row);
    }
  }

  private void add(K key, Row<T> row) {
    SortedRows<T> rows = byKey.get(key);
    if (rows == null) {
      rows = new SortedRows<>();
      byKey.put(key, rows);
      inOrder.put(key, rows);
    }
    rows.add(row);
  }

  private void remove(K key, Row<T> row) {
    SortedRows<T> rows = rows(key);
    rows.remove(row);
    if (rows.isEmpty()) {
      byKey.remove(key);
      inOrder.remove(key);
    }
  }
}
