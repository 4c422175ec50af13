package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a value refers to customers or actors, and how that reference is rewritten when two customers are merged or one
 * actor hands over to another.
 *
 * @param <T> the type that refers
 * @param <K> what it refers to
 */
public final class Link<T, K> {

  private final Function<T, ? extends Collection<K>> targets;
  private final Replacement<T, K> replacement;
  private final boolean fixed;

  private Link(
      Function<T, ? extends Collection<K>> targets, Replacement<T, K> replacement, boolean fixed) {
    this.targets = requireNonNull(targets, "targets");
    this.replacement = requireNonNull(replacement, "replacement");
    this.fixed = fixed;
  }

  /**
   * A type that refers to none.
   *
   * @param <T> the type
   * @param <K> what it does not refer to
   * @return a link without targets
   */
  public static <T, K> Link<T, K> none() {
    return new Link<>(value -> List.of(), (value, from, to) -> value, false);
  }

  /**
   * A type that refers to at most one.
   *
   * @param <T> the type that refers
   * @param <K> what it refers to
   * @param target null for a value that refers to none
   * @param with a copy of the value that refers to another one
   * @return the link
   */
  public static <T, K> Link<T, K> one(
      Function<T, ? extends @Nullable K> target, BiFunction<T, K, T> with) {
    requireNonNull(target, "target");
    requireNonNull(with, "with");
    return new Link<>(
        value -> {
          @Nullable K found = target.apply(value);
          return found == null ? List.<K>of() : List.of(found);
        },
        (value, from, to) -> with.apply(value, to),
        false);
  }

  /**
   * A type that refers to any number.
   *
   * @param <T> the type that refers
   * @param <K> what it refers to
   * @param targets empty for a value that refers to none
   * @param replacement a copy of the value with one target replaced by another wherever it occurs
   * @return the link
   */
  public static <T, K> Link<T, K> many(
      Function<T, ? extends Collection<K>> targets, Replacement<T, K> replacement) {
    return new Link<>(targets, replacement, false);
  }

  /**
   * A type that refers to some and whose references stay as they are, as they tell what was: which customer became which.
   * Values are found, exported and erased by them, and no merge or hand-over touches them.
   *
   * @param <T> the type that refers
   * @param <K> what it refers to
   * @param targets empty for a value that refers to none
   * @return the link
   */
  public static <T, K> Link<T, K> fixed(Function<T, ? extends Collection<K>> targets) {
    return new Link<>(targets, (value, from, to) -> value, true);
  }

  /**
   * Whether references stay as they are.
   *
   * @return true when made by {@link #fixed}
   */
  public boolean isFixed() {
    return fixed;
  }

  /**
   * What a value refers to.
   *
   * @param value any
   * @return empty when it refers to none
   */
  public Collection<K> targets(T value) {
    return targets.apply(value);
  }

  /**
   * The value with one target replaced.
   *
   * @param value any
   * @param from the target that shall not occur any more
   * @param to what takes its place
   * @return the value itself when it does not refer to {@code from} or the link is fixed
   */
  public T replaced(T value, K from, K to) {
    return targets(value).contains(from) ? replacement.replaced(value, from, to) : value;
  }

  /**
   * Rewrites a reference.
   *
   * @param <T> the type that refers
   * @param <K> what it refers to
   */
  @FunctionalInterface
  public interface Replacement<T, K> {

    /**
     * A copy of a value with one target replaced wherever it occurs.
     *
     * @param value refers to {@code from}
     * @param from the target that shall not occur any more
     * @param to what takes its place
     * @return a copy
     */
    T replaced(T value, K from, K to);
  }
}
