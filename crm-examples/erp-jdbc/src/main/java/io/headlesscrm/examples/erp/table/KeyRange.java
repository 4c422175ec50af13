package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one index that a criterion asks for: a range of bytes. Every range is above the empty key, which stands for
 * no key.
 *
 * @param index the name of the index
 * @param bounds comparisons with the key: at most one from above and one from below
 */
record KeyRange(String index, List<Bound> bounds) {

  private static final byte[] NO_KEY = {};

  /** In UTF-8 no byte is as large, so it ends all texts with a prefix. */
  private static final byte ABOVE_ALL = (byte) 0xFF;

  /** The range of a criterion, if it is one of a single index by key. */
  static <T> Optional<KeyRange> find(Criterion<T> criterion) {
    if (criterion instanceof Criterion.Equal<T, ?> equal) {
      return Optional.of(equal(equal));
    }
    if (criterion instanceof Criterion.Range<T, ?> range) {
      return Optional.of(range(range));
    }
    if (criterion instanceof Criterion.Prefix<T> prefix) {
      return Optional.of(prefix(prefix));
    }
    return Optional.empty();
  }

  boolean isOneKey() {
    return bounds.get(0).operator().equals("=");
  }

  /** Whether it has an end on both sides; else it may hold most keys. */
  boolean isNarrow() {
    boolean hasBegin = !bounds.get(0).operator().equals(">");
    boolean hasEnd = bounds.get(bounds.size() - 1).operator().equals("<");
    return isOneKey() || (hasBegin && hasEnd);
  }

  /** Compares the key of a row. */
  List<Sql> conditions(String alias) {
    return bounds.stream()
        .map(bound -> Sql.of(alias + ".index_key " + bound.operator() + " ?", bound.key()))
        .toList();
  }

  private static <T, K> KeyRange equal(Criterion.Equal<T, K> equal) {
    byte[] key = Utf8.sought(equal.index().type().encode(equal.key()));
    // the empty text is no key: nothing is equal to it
    return key.length == 0
        ? new KeyRange(equal.index().name(), List.of(new Bound("<", NO_KEY)))
        : new KeyRange(equal.index().name(), List.of(new Bound("=", key)));
  }

  private static <T, K> KeyRange range(Criterion.Range<T, K> range) {
    List<Bound> bounds = new ArrayList<>();
    bounds.add(lower(encoded(range.index(), range.from())));
    if (range.to() != null) {
      bounds.add(new Bound("<", encoded(range.index(), range.to())));
    }
    return new KeyRange(range.index().name(), List.copyOf(bounds));
  }

  private static <T> KeyRange prefix(Criterion.Prefix<T> prefix) {
    byte[] low = Utf8.sought(prefix.prefix());
    if (low.length == 0) {
      return new KeyRange(prefix.index().name(), List.of(lower(low)));
    }
    byte[] high = Arrays.copyOf(low, low.length + 1);
    high[low.length] = ABOVE_ALL;
    return new KeyRange(prefix.index().name(), List.of(new Bound(">=", low), new Bound("<", high)));
  }

  private static Bound lower(byte[] key) {
    return new Bound(key.length == 0 ? ">" : ">=", key);
  }

  private static <T, K> byte[] encoded(Index<T, K> index, @Nullable K key) {
    return key == null ? NO_KEY : Utf8.sought(index.type().encode(key));
  }

  /** One comparison with a key. */
  static final class Bound {

    private final String operator;
    private final byte[] key;

    Bound(String operator, byte[] key) {
      this.operator = operator;
      this.key = key;
    }

    String operator() {
      return operator;
    }

    byte[] key() {
      return key.clone();
    }
  }
}
