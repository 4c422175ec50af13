package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.ExternalId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls or buys and is not yet known: what was given.
 *
 * @param name null when none was given
 * @param points phone numbers, mail addresses
 * @param numbers tax numbers and the like
 */
public record Guest(@Nullable String name, List<ContactPoint> points, List<ExternalId> numbers) {

  public Guest {
    points = List.copyOf(points);
    numbers = List.copyOf(numbers);
  }

  /**
   * Somebody who gave a number or address only.
   *
   * @param point phone number or mail address
   * @return without name
   */
  public static Guest of(ContactPoint point) {
    return new Guest(null, List.of(point), List.of());
  }

  /**
   * What can be compared with known customers.
   *
   * @return as {@link ContactPoint#key} and {@link ExternalId#key} give it, without empty ones
   */
  public List<String> keys() {
    return Stream.concat(
            points.stream().map(ContactPoint::key), numbers.stream().map(ExternalId::key))
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  /** Nothing of what was given, which is personal. */
  @Override
  public String toString() {
    return "guest with " + keys().size() + " numbers";
  }
}
