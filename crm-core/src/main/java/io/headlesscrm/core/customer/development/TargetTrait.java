package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.NoteKind;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Something in the dossier that speaks for the effort of winning a customer.
 *
 * @param name as reasons show it; not blank
 * @param points how much it speaks for it, at least 1
 * @param isMet whether a record has it on a day
 */
public record TargetTrait(String name, int points, BiPredicate<Customer, LocalDate> isMet) {

  public TargetTrait {
    requireNonNull(isMet, "isMet");
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "the name of the trait is blank, it must not be. Maybe call it by what it looks for?");
    }
    if (points < 1) {
      throw new IllegalArgumentException("the points of " + name + " are " + points
          + ", they must be at least 1. Maybe leave the trait out instead?");
    }
  }

  /**
   * One of the host's own traits has one of some values.
   *
   * @param points at least 1
   * @param trait such as {@code industry}
   * @param values such as {@code toys} and {@code shoes}
   * @return named like the trait
   */
  public static TargetTrait classified(int points, String trait, Set<String> values) {
    Set<String> wanted = Set.copyOf(values);
    return new TargetTrait(trait, points, (customer, day) -> {
      String value = customer.classification().get(trait);
      return value != null && wanted.contains(value);
    });
  }

  /**
   * It has an address in one of some countries.
   *
   * @param points at least 1
   * @param countries such as {@code CN}
   * @return named {@code country}
   */
  public static TargetTrait country(int points, Set<String> countries) {
    Set<String> wanted = Set.copyOf(countries);
    return new TargetTrait(
        "country",
        points,
        (customer, day) -> customer.addresses().stream()
            .anyMatch(address -> address.country() != null && wanted.contains(address.country())));
  }

  /**
   * Something is known that it needs.
   *
   * @param points at least 1
   * @return named {@code need}
   */
  public static TargetTrait need(int points) {
    return new TargetTrait(
        "need",
        points,
        (customer, day) -> customer.notes().stream()
            .anyMatch(note -> note.kind() == NoteKind.NEED && note.holdsOn(day)));
  }

  /**
   * Somebody is known who decides there.
   *
   * @param points at least 1
   * @return named {@code decider}
   */
  public static TargetTrait decider(int points) {
    return new TargetTrait(
        "decider", points, (customer, day) -> !customer.deciders().isEmpty());
  }
}
