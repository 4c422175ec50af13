package io.headlesscrm.core.walk;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Change;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A registered type with made-up values, for the tests over everything that is registered.
 *
 * @param type which
 * @param values draws values that refer to the customers and actors of {@link Draw}
 * @param isHistory whether documents say what was, so that they name customers by the ids they had then
 */
public record Sample<T>(StoredType<T> type, Function<Draw, List<T>> values, boolean isHistory) {

  /** Any number of values that are drawn one by one. */
  public static <T> Sample<T> of(StoredType<T> type, Function<Draw, T> value) {
    return new Sample<>(
        type, draw -> Stream.generate(() -> value.apply(draw)).limit(4).toList(), false);
  }

  /** A value for each customer, or for most of them. */
  public static <T> Sample<T> perCustomer(
      StoredType<T> type, BiFunction<Draw, CustomerId, List<T>> values) {
    return new Sample<>(
        type,
        draw -> Draw.CUSTOMERS.stream()
            .flatMap(customer -> values.apply(draw, customer).stream())
            .toList(),
        false);
  }

  /** The same, of documents that say what was. */
  public Sample<T> ofThePast() {
    return new Sample<>(type, values, true);
  }

  /** Written by merges, hand-overs and erasures alone. */
  public static <T> Sample<T> written(StoredType<T> type) {
    return new Sample<>(type, draw -> List.of(), true);
  }

  void store(CrmStorage storage, Draw draw) {
    List<Change<T>> added = values.apply(draw).stream().map(Change::added).toList();
    Contents.of(storage, type).make(Criterion.all(), added);
  }
}
