package io.headlesscrm.core.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a customer beside its id, as merges choose between them and rights are given to them. */
public enum CustomerField {
  /** Organisation or person. */
  KIND("kind"),
  /** Its names. */
  NAMES("names"),
  /** Numbers that others gave. */
  EXTERNAL_IDS("externalIds"),
  /** How to reach it. */
  CONTACT_POINTS("contactPoints"),
  /** Whom to talk to. */
  CONTACTS("contacts"),
  /** Where it is. */
  ADDRESSES("addresses"),
  /** What other customers are to it. */
  RELATIONSHIPS("relationships"),
  /** What else is known. */
  NOTES("notes"),
  /** The host's own traits. */
  CLASSIFICATION("classification"),
  /** Where it came from. */
  SOURCE("source"),
  /** When the record was last verified. */
  VERIFIED_ON("verifiedOn");

  private final String member;

  CustomerField(String member) {
    this.member = member;
  }

  /**
   * What the field is called in documents.
   *
   * @return the name of the member
   */
  public String member() {
    return member;
  }

  /**
   * What a customer has in this field.
   *
   * @param customer any
   * @return its names, contact points and so on; traits as entries of a map; one value or none for the others
   */
  public List<?> values(Customer customer) {
    return switch (this) {
      case KIND -> List.of(customer.kind());
      case NAMES -> customer.names();
      case EXTERNAL_IDS -> customer.externalIds();
      case CONTACT_POINTS -> customer.contactPoints();
      case CONTACTS -> customer.contacts();
      case ADDRESSES -> customer.addresses();
      case RELATIONSHIPS -> customer.relationships();
      case NOTES -> customer.notes();
      case CLASSIFICATION -> List.copyOf(customer.classification().entrySet());
      case SOURCE -> oneOrNone(customer.source());
      case VERIFIED_ON -> oneOrNone(customer.verifiedOn());
    };
  }

  private static List<?> oneOrNone(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }
}
