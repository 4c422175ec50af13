package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number or address under which somebody is reached.
 *
 * @param channel of which kind
 * @param value as it is written; not blank
 * @param purposes what it is meant for; empty: everything
 * @param from the first day it holds; null: always has
 * @param until the first day it does not hold any more; null: holds
 */
public record ContactPoint(
    ContactChannel channel,
    String value,
    Set<ContactPurpose> purposes,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  public ContactPoint {
    requireNonNull(channel, "channel");
    Texts.requireNotBlank(value, "contact point");
    purposes = Set.copyOf(purposes);
    Validity.require(from, until, "contact point");
  }

  /**
   * A number or address for everything, without end.
   *
   * @param channel of which kind
   * @param value as it is written
   * @return the contact point
   */
  public static ContactPoint of(ContactChannel channel, String value) {
    return new ContactPoint(channel, value, Set.of(), null, null);
  }

  /**
   * Whether it holds on a day and is meant for a purpose.
   *
   * @param purpose any
   * @param day any
   * @return true when it can be used
   */
  public boolean serves(ContactPurpose purpose, LocalDate day) {
    return (purposes.isEmpty() || purposes.contains(purpose)) && Validity.covers(from, until, day);
  }

  /**
   * What is compared when a caller or guest is recognised; see {@link ContactKey}.
   *
   * @return the key; empty when the value has nothing to compare
   */
  public String key() {
    return ContactKey.of(channel, value);
  }

  /** The kind alone: the value is personal. */
  @Override
  public String toString() {
    return channel.name().toLowerCase(Locale.ROOT) + " contact point";
  }
}
