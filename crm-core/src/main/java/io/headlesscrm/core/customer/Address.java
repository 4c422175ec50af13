package io.headlesscrm.core.customer;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer is, in the local order of lines.
 *
 * @param street street, house, floor; not blank
 * @param city null when not known
 * @param region province or state; null when not known
 * @param postcode null when not known
 * @param country ISO 3166 code such as {@code CN}; null when not known
 */
public record Address(
    String street,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postcode,
    @Nullable String country) {

  public Address {
    Texts.requireNotBlank(street, "street");
  }

  /** The country alone: the rest may be personal. */
  @Override
  public String toString() {
    return "address" + (country == null ? "" : " in " + country);
  }
}
