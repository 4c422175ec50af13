package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is personal in the values of a type and what an erasure does to it.
 *
 * @param <T> the type of the values
 */
public final class PersonalData<T> {

  private final BiFunction<T, CustomerId, ? extends Collection<String>> texts;
  private final BiFunction<T, CustomerId, Erasure<T>> erasure;

  private PersonalData(
      BiFunction<T, CustomerId, ? extends Collection<String>> texts,
      BiFunction<T, CustomerId, Erasure<T>> erasure) {
    this.texts = requireNonNull(texts, "texts");
    this.erasure = requireNonNull(erasure, "erasure");
  }

  /**
   * Nothing is personal: an erasure leaves the values as they are and says so.
   *
   * @param <T> the type of the values
   * @return the declaration
   */
  public static <T> PersonalData<T> none() {
    return retained(value -> List.of(), Reason.of("storage.nothing-personal"));
  }

  /**
   * An erasure must leave the values as they are.
   *
   * @param <T> the type of the values
   * @param texts what is personal in a value
   * @param why the law or contract that wants it kept
   * @return the declaration
   */
  public static <T> PersonalData<T> retained(
      Function<T, ? extends Collection<String>> texts, Reason why) {
    Erasure<T> retain = new Erasure.Retain<>(why);
    return decided((value, customer) -> texts.apply(value), (value, customer) -> retain);
  }

  /**
   * An erasure takes out what is personal and keeps the rest.
   *
   * @param <T> the type of the values
   * @param texts what is personal in a value
   * @param rest a copy with the same id that names nobody
   * @return the declaration
   */
  public static <T> PersonalData<T> anonymised(
      Function<T, ? extends Collection<String>> texts, UnaryOperator<T> rest) {
    return decided(
        (value, customer) -> texts.apply(value),
        (value, customer) -> new Erasure.Anonymise<>(rest.apply(value)));
  }

  /**
   * An erasure deletes the values.
   *
   * @param <T> the type of the values
   * @param texts what is personal in a value
   * @return the declaration
   */
  public static <T> PersonalData<T> deleted(Function<T, ? extends Collection<String>> texts) {
    return decided(
        (value, customer) -> texts.apply(value), (value, customer) -> new Erasure.Delete<>());
  }

  /**
   * It depends on the value, or on which of its customers is erased.
   *
   * @param <T> the type of the values
   * @param texts what in a value is personal to a customer
   * @param erasure what the erasure of that customer does to the value
   * @return the declaration
   */
  public static <T> PersonalData<T> decided(
      BiFunction<T, CustomerId, ? extends Collection<String>> texts,
      BiFunction<T, CustomerId, Erasure<T>> erasure) {
    return new PersonalData<>(texts, erasure);
  }

  /**
   * What in a value is personal to a customer: handed over by an export, looked for after an erasure.
   *
   * @param value any
   * @param customer to whom the value belongs
   * @return names, numbers and texts as they are written in the value
   */
  public Collection<String> texts(T value, CustomerId customer) {
    return texts.apply(value, customer);
  }

  /**
   * What the erasure of a customer does to a value.
   *
   * @param value any
   * @param customer who is erased
   * @return retain, anonymise or delete
   */
  public Erasure<T> erasure(T value, CustomerId customer) {
    return erasure.apply(value, customer);
  }
}
