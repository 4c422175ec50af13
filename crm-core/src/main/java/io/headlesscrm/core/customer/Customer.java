package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.name.CompanyName;
import io.headlesscrm.core.name.PersonName;
import io.headlesscrm.core.name.StreetAddress;
import io.headlesscrm.core.storage.Erasure;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.TextIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One customer as all departments know it: an organisation or a person. What its purchases make of it (stage, value,
 * class) stands elsewhere, so that the counter does not collide with the desk that edits an address.
 *
 * <pre>{@code
 * Customer customer = Customer.organisation(CustomerId.of("C1"), "Shunfeng Toys Co., Ltd.")
 *     .name(NameKind.LOCAL_SCRIPT, "順豐玩具有限公司")
 *     .externalId(ExternalId.of(ExternalId.USCC, "91440300708461136T"))
 *     .contactPoint(ContactPoint.of(ContactChannel.PHONE, "+86 138 0013 8000"))
 *     .source("fair 2026")
 *     .build();
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param id opaque; the host may choose it
 * @param kind what the customer is in law
 * @param names the one to show first; empty only after an erasure
 * @param externalIds numbers that others gave
 * @param contactPoints how to reach the customer as such
 * @param contacts whom to talk to
 * @param addresses where it is, the most important first
 * @param relationships what other customers are to it
 * @param notes what else is known: needs, likes, dislikes
 * @param classification the host's own traits by name, such as {@code industry} = {@code retail}
 * @param source where the customer came from, such as {@code referral}; null when not known
 * @param verifiedOn the day on which somebody last made sure that the record is right; null: nobody has
 */
public record Customer(
    CustomerId id,
    CustomerKind kind,
    List<CustomerName> names,
    List<ExternalId> externalIds,
    List<ContactPoint> contactPoints,
    List<Contact> contacts,
    List<Address> addresses,
    List<Relationship> relationships,
    List<Note> notes,
    SortedMap<String, String> classification,
    @Nullable String source,
    @Nullable LocalDate verifiedOn) {

  /** By number, as {@link ExternalId#key} gives it. */
  public static final Index<Customer, String> EXTERNAL_ID =
      Index.many("external-id", KeyType.TEXT, Customer::externalKeys);

  /** By phone number, mail address and the like, as {@link ContactKey} gives them; those of contacts too. */
  public static final Index<Customer, String> CONTACT_KEY =
      Index.many("contact-key", KeyType.TEXT, Customer::contactKeys);

  /** By the company that owns it, ever. */
  public static final Index<Customer, String> PARENT =
      Index.many("parent", KeyType.TEXT, Customer::parents);

  /** By source. */
  public static final Index<Customer, String> SOURCE =
      Index.one("source", KeyType.TEXT, Customer::source);

  /** By trait, as {@code industry=retail}. */
  public static final Index<Customer, String> TRAIT =
      Index.many("trait", KeyType.TEXT, Customer::traits);

  /** By the day of the last verification. */
  public static final Index<Customer, LocalDate> VERIFIED_ON =
      Index.one("verified-on", KeyType.DATE, Customer::verifiedOn);

  /** By parts of its names, so that names that may mean the same customer share a key. */
  public static final Index<Customer, String> NAME_KEY =
      Index.many("name-key", KeyType.TEXT, Customer::nameKeys);

  /** By street and house number. */
  public static final Index<Customer, String> STREET_KEY =
      Index.many("street-key", KeyType.TEXT, Customer::streetKeys);

  /** By words in its names and in those of its contacts. */
  public static final TextIndex<Customer> NAMES = TextIndex.of("names", Customer::allNames);

  /** How customers are stored. An erasure leaves the id, the kind, the traits and the source. */
  public static final RecordType<CustomerId, Customer> TYPE = RecordType.builder(
          "customer", 1, Customer::id, CustomerId::value)
      .document(CustomerForm::write, CustomerForm::read)
      .index(EXTERNAL_ID)
      .index(CONTACT_KEY)
      .index(PARENT)
      .index(SOURCE)
      .index(TRAIT)
      .index(VERIFIED_ON)
      .index(NAME_KEY)
      .index(STREET_KEY)
      .index(NAMES)
      .customers(Link.many(Customer::linkedCustomers, Customer::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.decided(Customer::personalTexts, Customer::erasure))
      .mergedBy(FieldChoices.combined()::merged)
      .notOnTimeline()
      .build();

  public Customer {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    names = List.copyOf(names);
    externalIds = List.copyOf(externalIds);
    contactPoints = List.copyOf(contactPoints);
    contacts = List.copyOf(contacts);
    addresses = List.copyOf(addresses);
    relationships = List.copyOf(relationships);
    notes = List.copyOf(notes);
    classification = Collections.unmodifiableSortedMap(new TreeMap<>(classification));
    requireNoneIsItself(id, relationships);
  }

  /**
   * Starts a company, an authority or an association.
   *
   * @param id opaque
   * @param legalName the one in the register; not blank
   * @return a builder
   */
  public static CustomerBuilder organisation(CustomerId id, String legalName) {
    return new CustomerBuilder(id, CustomerKind.ORGANISATION).name(NameKind.LEGAL, legalName);
  }

  /**
   * Starts a natural person.
   *
   * @param id opaque
   * @param legalName the one in the passport; not blank
   * @return a builder
   */
  public static CustomerBuilder person(CustomerId id, String legalName) {
    return new CustomerBuilder(id, CustomerKind.PERSON).name(NameKind.LEGAL, legalName);
  }

  /**
   * Starts a changed copy.
   *
   * @return a builder with everything that this customer has
   */
  public CustomerBuilder toBuilder() {
    return new CustomerBuilder(this);
  }

  /**
   * The name to show.
   *
   * @return the first name; the id when there is none
   */
  public String displayName() {
    return names.isEmpty() ? id.value() : names.get(0).text();
  }

  /**
   * The company that owns this one on a day.
   *
   * @param day any
   * @return null when there is none
   */
  public @Nullable CustomerId parentOn(LocalDate day) {
    return relationships.stream()
        .filter(related -> related.kind() == RelationshipKind.PARENT_COMPANY)
        .filter(related -> related.holdsOn(day))
        .map(Relationship::other)
        .findFirst()
        .orElse(null);
  }

  /**
   * The contacts of whom it is known that they decide on purchases.
   *
   * @return empty when none is
   */
  public List<Contact> deciders() {
    return contacts.stream().filter(Contact::isDecider).toList();
  }

  /**
   * Every contact point, those of the contacts too.
   *
   * @return the customer's own first
   */
  public List<ContactPoint> allContactPoints() {
    return Stream.concat(
            contactPoints.stream(), contacts.stream().flatMap(contact -> contact.points().stream()))
        .toList();
  }

  /** The id and the kind: the rest is personal. */
  @Override
  public String toString() {
    return kind == CustomerKind.PERSON ? "person " + id : "organisation " + id;
  }

  private List<String> allNames() {
    return Stream.concat(
            names.stream().map(CustomerName::text), contacts.stream().map(Contact::name))
        .toList();
  }

  private List<String> externalKeys() {
    return externalIds.stream().map(ExternalId::key).toList();
  }

  private List<String> contactKeys() {
    return allContactPoints().stream().map(ContactPoint::key).toList();
  }

  private List<String> nameKeys() {
    return names.stream()
        .map(CustomerName::text)
        .flatMap(text -> kind == CustomerKind.PERSON
            ? PersonName.parse(text).blockingKeys().stream()
            : CompanyName.parse(text).blockingKeys().stream())
        .toList();
  }

  private List<String> streetKeys() {
    return addresses.stream()
        .map(address -> StreetAddress.parse(address.street()).key())
        .toList();
  }

  private List<String> parents() {
    return relationships.stream()
        .filter(related -> related.kind() == RelationshipKind.PARENT_COMPANY)
        .map(related -> related.other().value())
        .toList();
  }

  private List<String> traits() {
    return classification.entrySet().stream()
        .map(trait -> trait.getKey() + "=" + trait.getValue())
        .toList();
  }

  private Set<CustomerId> linkedCustomers() {
    Set<CustomerId> all = new LinkedHashSet<>();
    all.add(id);
    relationships.forEach(related -> all.add(related.other()));
    return all;
  }

  /** A link to itself goes. */
  private Customer withCustomer(CustomerId from, CustomerId to) {
    CustomerId own = id.equals(from) ? to : id;
    List<Relationship> rewritten = relationships.stream()
        .map(related -> related.withOther(from, to))
        .filter(related -> !related.other().equals(own))
        .distinct()
        .toList();
    return new Customer(
        own,
        kind,
        names,
        externalIds,
        contactPoints,
        contacts,
        addresses,
        rewritten,
        notes,
        classification,
        source,
        verifiedOn);
  }

  private Collection<String> personalTexts(CustomerId whose) {
    if (!whose.equals(id)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(allNames());
    externalIds.forEach(number -> texts.add(number.value()));
    allContactPoints().forEach(point -> texts.add(point.value()));
    addresses.forEach(address -> texts.add(address.street()));
    notes.forEach(note -> texts.add(note.text()));
    return texts;
  }

  private Erasure<Customer> erasure(CustomerId whose) {
    return whose.equals(id)
        ? new Erasure.Anonymise<>(new CustomerBuilder(id, kind)
            .relationships(relationships)
            .classification(classification)
            .source(source)
            .build())
        : new Erasure.Retain<>(Reason.of("customer.names-another"));
  }

  private static void requireNoneIsItself(CustomerId id, List<Relationship> relationships) {
    if (relationships.stream().anyMatch(related -> related.other().equals(id))) {
      throw new IllegalArgumentException("customer " + id
          + " is related to itself, it must be another customer. Maybe the wrong id was copied?");
    }
  }
}
