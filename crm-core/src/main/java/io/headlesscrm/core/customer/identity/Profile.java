package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerKind;
import io.headlesscrm.core.customer.CustomerName;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.name.CompanyName;
import io.headlesscrm.core.name.Folding;
import io.headlesscrm.core.name.PersonName;
import io.headlesscrm.core.name.Romanisation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a customer is compared, ready for many comparisons. */
final class Profile {

  private static final Pattern TWO_NUMBERS = Pattern.compile("\\d\\D+\\d");

  private final CustomerId id;
  private final CustomerKind kind;
  private final List<NameProfile> names;
  private final List<ExternalId> numbers;
  private final List<ExternalId> wrongNumbers;
  private final List<String> cities;
  private final List<CustomerId> related;
  private final Set<String> branches;
  private final Set<String> regions;
  private final Set<String> units;
  private final List<String> phones;
  private final boolean hasEmail;
  private final long[] keys;
  private final int[] sharing;

  private Profile(Customer customer, List<NameProfile> names) {
    this.id = customer.id();
    this.kind = customer.kind();
    this.names = names;
    this.numbers = customer.externalIds().stream()
        .filter(number -> !number.key().isEmpty())
        .toList();
    this.wrongNumbers =
        customer.externalIds().stream().filter(number -> number.key().isEmpty()).toList();
    this.cities = customer.addresses().stream()
        .map(Address::city)
        .filter(Objects::nonNull)
        .map(city -> Folding.folded(city).replaceFirst("市$", ""))
        .filter(city -> !city.isEmpty())
        .distinct()
        .toList();
    this.related = customer.relationships().stream().map(Relationship::other).toList();
    this.branches = names.stream()
        .map(NameProfile::branch)
        .filter(branch -> !branch.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
    this.regions = names.stream()
        .flatMap(name -> name.regions().stream())
        .collect(Collectors.toUnmodifiableSet());
    this.units = customer.addresses().stream()
        .map(address -> Folding.folded(address.street()))
        .filter(street -> TWO_NUMBERS.matcher(street).find())
        .collect(Collectors.toUnmodifiableSet());
    this.phones = customer.allContactPoints().stream()
        .filter(point -> point.channel() == ContactChannel.PHONE)
        .map(ContactPoint::key)
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
    this.hasEmail = customer.allContactPoints().stream()
        .anyMatch(point -> point.channel() == ContactChannel.EMAIL);
    this.keys = keys(customer, names);
    this.sharing = new int[keys.length];
  }

  static Profile of(Customer customer, Romanisation romanisation) {
    return new Profile(
        customer,
        customer.names().stream()
            .map(CustomerName::text)
            .distinct()
            .map(text -> customer.kind() == CustomerKind.PERSON
                ? NameProfile.of(PersonName.parse(text))
                : NameProfile.of(CompanyName.parse(text, romanisation)))
            .toList());
  }

  CustomerId id() {
    return id;
  }

  CustomerKind kind() {
    return kind;
  }

  List<NameProfile> names() {
    return names;
  }

  /** The numbers whose check digits are right. */
  List<ExternalId> numbers() {
    return numbers;
  }

  /** The numbers whose check digits are wrong. */
  List<ExternalId> wrongNumbers() {
    return wrongNumbers;
  }

  /** Folded, without 市. */
  List<String> cities() {
    return cities;
  }

  boolean isRelatedTo(Profile other) {
    return related.contains(other.id);
  }

  /** Of which branches its names are; most customers are none. */
  Set<String> branches() {
    return branches;
  }

  /** The Chinese provinces and cities in its names. */
  Set<String> regions() {
    return regions;
  }

  /** Its streets as they are written, folded, where there is a number beside that of the house, such as the floor. */
  Set<String> units() {
    return units;
  }

  /** As they are compared. */
  List<String> phones() {
    return phones;
  }

  boolean hasEmail() {
    return hasEmail;
  }

  /** All keys under which the customer is filed, as {@link BlockKind#key} makes them, ascending as signed numbers. */
  long[] keys() {
    return keys;
  }

  /** How many customers have a key; 0: not counted. */
  int sharing(int key) {
    return sharing[key];
  }

  /** Notes how many customers have the key that begins with these bits. */
  void noteSharing(long bits, long mask, int customers) {
    int found = Arrays.binarySearch(keys, bits);
    int place = found < 0 ? -(found + 1) : found;
    if (place < keys.length && (keys[place] & mask) == bits) {
      sharing[place] = customers;
    }
  }

  /** The parts of all names, each once. */
  Set<String> nameParts() {
    Set<String> parts = new LinkedHashSet<>();
    names.forEach(name -> name.addPartsTo(parts));
    return parts;
  }

  void weigh(NameRarity rarity) {
    names.forEach(name -> name.weigh(rarity));
  }

  private static long[] keys(Customer customer, List<NameProfile> names) {
    return Stream.of(
            names.stream().flatMap(name -> name.keys().stream()).map(BlockKind.NAME::key),
            Customer.EXTERNAL_ID.keys(customer).stream().map(BlockKind.NUMBER::key),
            Customer.CONTACT_KEY.keys(customer).stream().map(BlockKind.CONTACT::key),
            Customer.STREET_KEY.keys(customer).stream().map(BlockKind.STREET::key))
        .flatMap(kind -> kind)
        .mapToLong(Long::longValue)
        .sorted()
        .distinct()
        .toArray();
  }
}
