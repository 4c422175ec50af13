package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another customer is to this one, and for how long.
 *
 * @param kind as what
 * @param other whom
 * @param from the first day; null: always has been
 * @param until the first day on which it is over; null: it is not
 */
public record Relationship(
    RelationshipKind kind,
    CustomerId other,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  public Relationship {
    requireNonNull(kind, "kind");
    requireNonNull(other, "other");
    Validity.require(from, until, "relationship");
  }

  /**
   * Whether it holds on a day.
   *
   * @param day any
   * @return true from {@code from} to the day before {@code until}
   */
  public boolean holdsOn(LocalDate day) {
    return Validity.covers(from, until, day);
  }

  Relationship withOther(CustomerId from, CustomerId to) {
    return other.equals(from) ? new Relationship(kind, to, this.from, until) : this;
  }
}
