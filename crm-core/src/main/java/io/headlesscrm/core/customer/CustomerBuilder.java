package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Customer}: a singular name adds one, a plural name replaces all. */
public final class CustomerBuilder {

  private final CustomerId id;
  private final CustomerKind kind;
  private List<CustomerName> names = new ArrayList<>();
  private List<ExternalId> externalIds = new ArrayList<>();
  private List<ContactPoint> contactPoints = new ArrayList<>();
  private List<Contact> contacts = new ArrayList<>();
  private List<Address> addresses = new ArrayList<>();
  private List<Relationship> relationships = new ArrayList<>();
  private List<Note> notes = new ArrayList<>();
  private SortedMap<String, String> classification = new TreeMap<>();
  private @Nullable String source;
  private @Nullable LocalDate verifiedOn;

  CustomerBuilder(CustomerId id, CustomerKind kind) {
    this.id = requireNonNull(id, "id");
    this.kind = requireNonNull(kind, "kind");
  }

  CustomerBuilder(Customer customer) {
    this(customer.id(), customer.kind());
    names.addAll(customer.names());
    externalIds.addAll(customer.externalIds());
    contactPoints.addAll(customer.contactPoints());
    contacts.addAll(customer.contacts());
    addresses.addAll(customer.addresses());
    relationships.addAll(customer.relationships());
    notes.addAll(customer.notes());
    classification.putAll(customer.classification());
    source = customer.source();
    verifiedOn = customer.verifiedOn();
  }

  /**
   * Replaces all names.
   *
   * @param all the one to show first
   * @return this builder
   */
  public CustomerBuilder names(List<CustomerName> all) {
    names = new ArrayList<>(all);
    return this;
  }

  /**
   * Adds a number that somebody else gave.
   *
   * @param number of any scheme
   * @return this builder
   */
  public CustomerBuilder externalId(ExternalId number) {
    externalIds.add(requireNonNull(number, "number"));
    return this;
  }

  /**
   * Replaces all numbers that others gave.
   *
   * @param all may be empty
   * @return this builder
   */
  public CustomerBuilder externalIds(List<ExternalId> all) {
    externalIds = new ArrayList<>(all);
    return this;
  }

  /**
   * Adds a number or address under which the customer is reached.
   *
   * @param point of any channel
   * @return this builder
   */
  public CustomerBuilder contactPoint(ContactPoint point) {
    contactPoints.add(requireNonNull(point, "point"));
    return this;
  }

  /**
   * Replaces all numbers and addresses under which the customer is reached.
   *
   * @param all may be empty
   * @return this builder
   */
  public CustomerBuilder contactPoints(List<ContactPoint> all) {
    contactPoints = new ArrayList<>(all);
    return this;
  }

  /**
   * Adds somebody to talk to.
   *
   * @param contact any
   * @return this builder
   */
  public CustomerBuilder contact(Contact contact) {
    contacts.add(requireNonNull(contact, "contact"));
    return this;
  }

  /**
   * Replaces everybody to talk to.
   *
   * @param all may be empty
   * @return this builder
   */
  public CustomerBuilder contacts(List<Contact> all) {
    contacts = new ArrayList<>(all);
    return this;
  }

  /**
   * Adds an address.
   *
   * @param address less important than those before
   * @return this builder
   */
  public CustomerBuilder address(Address address) {
    addresses.add(requireNonNull(address, "address"));
    return this;
  }

  /**
   * Replaces all addresses.
   *
   * @param all the most important first
   * @return this builder
   */
  public CustomerBuilder addresses(List<Address> all) {
    addresses = new ArrayList<>(all);
    return this;
  }

  /**
   * Adds what another customer is to this one.
   *
   * @param relationship with another customer
   * @return this builder
   */
  public CustomerBuilder relationship(Relationship relationship) {
    relationships.add(requireNonNull(relationship, "relationship"));
    return this;
  }

  /**
   * Replaces what other customers are to this one.
   *
   * @param all may be empty
   * @return this builder
   */
  public CustomerBuilder relationships(List<Relationship> all) {
    relationships = new ArrayList<>(all);
    return this;
  }

  /**
   * Adds something that is known.
   *
   * @param note a need, a like, a dislike, a public fact
   * @return this builder
   */
  public CustomerBuilder note(Note note) {
    notes.add(requireNonNull(note, "note"));
    return this;
  }

  /**
   * Replaces everything that is known beside.
   *
   * @param all may be empty
   * @return this builder
   */
  public CustomerBuilder notes(List<Note> all) {
    notes = new ArrayList<>(all);
    return this;
  }

  /**
   * Replaces all traits.
   *
   * @param all value by name
   * @return this builder
   */
  public CustomerBuilder classification(Map<String, String> all) {
    classification = new TreeMap<>(all);
    return this;
  }

  /**
   * Says where the customer came from.
   *
   * @param where null when not known
   * @return this builder
   */
  public CustomerBuilder source(@Nullable String where) {
    source = where;
    return this;
  }

  /**
   * Says when somebody last made sure that the record is right.
   *
   * @param day null: nobody has
   * @return this builder
   */
  public CustomerBuilder verifiedOn(@Nullable LocalDate day) {
    verifiedOn = day;
    return this;
  }

  /**
   * Adds a name.
   *
   * @param nameKind what name it is
   * @param text not blank
   * @return this builder
   */
  public CustomerBuilder name(NameKind nameKind, String text) {
    names.add(new CustomerName(nameKind, text));
    return this;
  }

  /**
   * Sets one of the host's own traits.
   *
   * @param name such as {@code industry}; not blank
   * @param value such as {@code retail}
   * @return this builder
   */
  public CustomerBuilder trait(String name, String value) {
    classification.put(
        Texts.requireNotBlank(name, "name of a trait"), requireNonNull(value, "value"));
    return this;
  }

  /**
   * The finished customer.
   *
   * @return with all parts so far
   * @throws IllegalArgumentException when it is related to itself
   */
  public Customer build() {
    return new Customer(
        id,
        kind,
        names,
        externalIds,
        contactPoints,
        contacts,
        addresses,
        relationships,
        notes,
        classification,
        source,
        verifiedOn);
  }
}
