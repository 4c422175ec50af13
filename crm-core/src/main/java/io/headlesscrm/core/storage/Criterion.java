package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a list have in common, over declared indexes only. A closed set of cases, so that an adapter can
 * translate each; {@link #matches} says what each means.
 *
 * <pre>{@code
 * Criterion<Customer> sleepers = STAGE.is("dormant").and(LAST_PURCHASE.below(lastYear));
 * }</pre>
 *
 * @param <T> the type that is asked for
 */
public sealed interface Criterion<T> {

  /**
   * Whether a value is one of those asked for.
   *
   * @param value any
   * @return true when it is
   */
  boolean matches(T value);

  /**
   * Every value.
   *
   * @param <T> the type that is asked for
   * @return a criterion that always matches
   */
  static <T> Criterion<T> all() {
    return new And<>(List.of());
  }

  /**
   * No value.
   *
   * @param <T> the type that is asked for
   * @return a criterion that never matches
   */
  static <T> Criterion<T> none() {
    return new Or<>(List.of());
  }

  /**
   * Values that have a key that starts with a text.
   *
   * @param <T> the type that is asked for
   * @param index of texts
   * @param prefix taken literally; the empty text: every value that has a key
   * @return the criterion
   */
  static <T> Criterion<T> startsWith(Index<T, String> index, String prefix) {
    return new Prefix<>(index, prefix);
  }

  /**
   * Values that match both.
   *
   * @param other another criterion
   * @return the criterion
   */
  default Criterion<T> and(Criterion<T> other) {
    return new And<>(List.of(this, other));
  }

  /**
   * Values that match one of the two or both.
   *
   * @param other another criterion
   * @return the criterion
   */
  default Criterion<T> or(Criterion<T> other) {
    return new Or<>(List.of(this, other));
  }

  /**
   * Has a key equal to this one.
   *
   * @param <T> the type that is asked for
   * @param <K> the type of the key
   * @param index declared by the type
   * @param key not the empty text, which is no key
   */
  record Equal<T, K>(Index<T, K> index, K key) implements Criterion<T> {

    public Equal {
      requireNonNull(index, "index");
      requireNonNull(key, "key");
    }

    @Override
    public boolean matches(T value) {
      return index.keys(value).contains(key);
    }
  }

  /**
   * Has a key in the range [from, to).
   *
   * @param <T> the type that is asked for
   * @param <K> the type of the key
   * @param index declared by the type
   * @param from the smallest key that matches; null: no lower bound
   * @param to the smallest key that does not match any more; null: no upper bound
   */
  record Range<T, K>(
      Index<T, K> index, @Nullable K from, @Nullable K to) implements Criterion<T> {

    public Range {
      requireNonNull(index, "index");
    }

    @Override
    public boolean matches(T value) {
      return index.keys(value).stream().anyMatch(this::contains);
    }

    private boolean contains(K key) {
      return (from == null || index.type().compare(key, from) >= 0)
          && (to == null || index.type().compare(key, to) < 0);
    }
  }

  /**
   * Has a key that starts with this text.
   *
   * @param <T> the type that is asked for
   * @param index declared by the type
   * @param prefix taken literally
   */
  record Prefix<T>(Index<T, String> index, String prefix) implements Criterion<T> {

    public Prefix {
      requireNonNull(index, "index");
      requireNonNull(prefix, "prefix");
    }

    @Override
    public boolean matches(T value) {
      return index.keys(value).stream().anyMatch(key -> key.startsWith(prefix));
    }
  }

  /**
   * Contains each of these words in one of its texts; needs {@link Capability#FREE_TEXT}.
   *
   * @param <T> the type that is asked for
   * @param index declared by the type
   * @param words in normal form; none: every value matches
   */
  record Contains<T>(TextIndex<T> index, List<String> words) implements Criterion<T> {

    public Contains {
      requireNonNull(index, "index");
      words = List.copyOf(words);
    }

    @Override
    public boolean matches(T value) {
      List<String> texts = index.normalForms(value);
      return words.stream().allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
    }
  }

  /**
   * Matches all of these.
   *
   * @param <T> the type that is asked for
   * @param criteria none: every value matches
   */
  record And<T>(List<Criterion<T>> criteria) implements Criterion<T> {

    public And {
      criteria = List.copyOf(criteria);
    }

    @Override
    public boolean matches(T value) {
      return criteria.stream().allMatch(criterion -> criterion.matches(value));
    }
  }

  /**
   * Matches at least one of these.
   *
   * @param <T> the type that is asked for
   * @param criteria none: no value matches
   */
  record Or<T>(List<Criterion<T>> criteria) implements Criterion<T> {

    public Or {
      criteria = List.copyOf(criteria);
    }

    @Override
    public boolean matches(T value) {
      return criteria.stream().anyMatch(criterion -> criterion.matches(value));
    }
  }
}
