package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named way to find values by a key that is computed from them, declared once by the type, so that an adapter can keep
 * the keys beside the document and push a query down.
 *
 * <pre>{@code
 * static final Index<Complaint, LocalDate> DUE = Index.one("due", KeyType.DATE, Complaint::due);
 * complaints.list(Query.where(DUE.below(today)).orderedBy(DUE), Page.first(50));
 * }</pre>
 *
 * <p>The function must be pure: the same value gives the same keys for ever, else the version of the type goes up. An
 * empty text is no key; an adapter holds keys of at least 500 characters. Immutable.
 *
 * @param <T> the type that is indexed
 * @param <K> the type of its keys
 */
public final class Index<T, K> {

  private final String name;
  private final KeyType<K> type;
  private final boolean single;
  private final Function<T, ? extends Collection<? extends K>> keys;

  private Index(
      String name,
      KeyType<K> type,
      boolean single,
      Function<T, ? extends Collection<? extends K>> keys) {
    this.name = Names.require(name, "index");
    this.type = requireNonNull(type, "type");
    this.single = single;
    this.keys = keys;
  }

  /**
   * An index of at most one key per value. Lists can be ordered by it.
   *
   * @param <T> the type that is indexed
   * @param <K> the type of its keys
   * @param name unique within the type: a to z, 0 to 9 and hyphens
   * @param type of the keys
   * @param key null for a value without one
   * @return the index
   */
  public static <T, K> Index<T, K> one(
      String name, KeyType<K> type, Function<? super T, ? extends @Nullable K> key) {
    requireNonNull(key, "key");
    return new Index<>(name, type, true, value -> {
      @Nullable K found = key.apply(value);
      return found == null ? List.<K>of() : List.of(found);
    });
  }

  /**
   * An index of any number of keys per value, such as phone numbers.
   *
   * @param <T> the type that is indexed
   * @param <K> the type of its keys
   * @param name unique within the type: a to z, 0 to 9 and hyphens
   * @param type of the keys
   * @param keys empty for a value without any; a key that occurs twice counts once
   * @return the index
   */
  public static <T, K> Index<T, K> many(
      String name, KeyType<K> type, Function<T, ? extends Collection<? extends K>> keys) {
    return new Index<>(name, type, false, requireNonNull(keys, "keys"));
  }

  /**
   * What the index is called.
   *
   * @return unique within its type
   */
  public String name() {
    return name;
  }

  /**
   * What its keys are.
   *
   * @return the type of the keys
   */
  public KeyType<K> type() {
    return type;
  }

  /**
   * Whether no value has more than one key, so that lists can be ordered by it.
   *
   * @return true when made by {@link #one}
   */
  public boolean isSingle() {
    return single;
  }

  /**
   * The keys of a value.
   *
   * @param value of the type that is indexed
   * @return distinct, without the empty text
   */
  public Set<K> keys(T value) {
    Collection<? extends K> found = keys.apply(value);
    if (found.isEmpty()) {
      return Set.of();
    }
    if (found.size() == 1) {
      K only = found.iterator().next();
      return isKey(only) ? Set.of(only) : Set.of();
    }
    Set<K> distinct = new LinkedHashSet<>(found);
    distinct.removeIf(key -> !isKey(key));
    return distinct;
  }

  /**
   * Values that have this key.
   *
   * @param key equal to the bit, capitals and accents included
   * @return the criterion
   */
  public Criterion<T> is(K key) {
    return new Criterion.Equal<>(this, key);
  }

  /**
   * Values that have one of these keys.
   *
   * @param keys none: nothing matches
   * @return the criterion
   */
  public Criterion<T> isAnyOf(Collection<? extends K> keys) {
    return new Criterion.Or<>(keys.stream().map(this::is).toList());
  }

  /**
   * Values that have a key in a half-open range.
   *
   * @param from the smallest key that matches
   * @param to the smallest key above {@code from} that does not match any more
   * @return the criterion
   */
  public Criterion<T> between(K from, K to) {
    return new Criterion.Range<>(this, from, to);
  }

  /**
   * Values that have a key of at least this one.
   *
   * @param from the smallest key that matches
   * @return the criterion
   */
  public Criterion<T> atLeast(K from) {
    return new Criterion.Range<>(this, from, null);
  }

  /**
   * Values that have a key below this one.
   *
   * @param to the smallest key that does not match
   * @return the criterion
   */
  public Criterion<T> below(K to) {
    return new Criterion.Range<>(this, null, to);
  }

  /** The name of the index. */
  @Override
  public String toString() {
    return name;
  }

  private static boolean isKey(Object key) {
    return !(key instanceof String text) || !KeyType.storable(text).isEmpty();
  }
}
