package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.StoredType;
import java.util.ArrayList;
import java.util.List;

/**
 * What one value is found by.
 *
 * @param keys in the indexes by key
 * @param texts in the indexes by words
 */
record Entries(List<Key> keys, List<Text> texts) {

  /** A record is listed by each index of at most one key, also where it has none. */
  static <T> Entries ofRecord(StoredType<T> type, T value) {
    return of(type, value, true);
  }

  static <T> Entries ofFact(StoredType<T> type, T value) {
    return of(type, value, false);
  }

  private static <T> Entries of(StoredType<T> type, T value, boolean isListed) {
    List<Key> keys = new ArrayList<>();
    type.indexes().forEach(index -> addKeys(keys, index, value, isListed));
    return new Entries(keys, texts(type, value));
  }

  private static <T, K> void addKeys(List<Key> keys, Index<T, K> index, T value, boolean isListed) {
    int before = keys.size();
    index.keys(value).forEach(key -> keys.add(new Key(index.name(), index.type().encode(key))));
    if (isListed && index.isSingle() && keys.size() == before) {
      keys.add(new Key(index.name(), ""));
    }
  }

  private static <T> List<Text> texts(StoredType<T> type, T value) {
    return type.textIndexes().stream()
        .map(index -> new Text(index.name(), Criteria.stored(index.normalForms(value))))
        .toList();
  }

  /** What stands in a row of an index. */
  sealed interface Entry {

    String index();

    Object stored();
  }

  /** A key in an index. */
  record Key(String index, String key) implements Entry {
    @Override
    public Object stored() {
      return Utf8.key(key);
    }
  }

  /** All texts of a value in an index. */
  record Text(String index, String normalForm) implements Entry {
    @Override
    public Object stored() {
      return normalForm;
    }
  }
}
