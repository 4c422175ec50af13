package io.headlesscrm.core.customer.standing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The latest class, segment or score of a kind.
 *
 * @param value such as {@code A} or {@code Champions}
 * @param asOf the day as of which it was assessed
 */
public record Classified(String value, LocalDate asOf) {

  public Classified {
    requireNonNull(value, "value");
    requireNonNull(asOf, "asOf");
  }

  Classified orLater(Classified other) {
    return other.asOf.isAfter(asOf) ? other : this;
  }
}
