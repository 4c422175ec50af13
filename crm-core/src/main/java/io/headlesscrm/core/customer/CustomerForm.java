package io.headlesscrm.core.customer;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Customers as documents, version 1. */
final class CustomerForm {

  private CustomerForm() {}

  static JsonDocument write(Customer customer) {
    return JsonDocument.builder()
        .put("id", customer.id().value())
        .put("kind", customer.kind().name())
        .put("names", all(customer.names(), CustomerForm::write))
        .put("externalIds", all(customer.externalIds(), CustomerForm::write))
        .put("contactPoints", all(customer.contactPoints(), CustomerForm::write))
        .put("contacts", all(customer.contacts(), CustomerForm::write))
        .put("addresses", all(customer.addresses(), CustomerForm::write))
        .put("relationships", all(customer.relationships(), CustomerForm::write))
        .put("notes", all(customer.notes(), CustomerForm::write))
        .put("classification", write(customer.classification()))
        .put("source", customer.source())
        .put("verifiedOn", customer.verifiedOn())
        .build();
  }

  static Customer read(JsonDocument json) {
    return new Customer(
        CustomerId.of(json.text("id")),
        read(json, "kind", CustomerKind::valueOf),
        all(json, "names", CustomerForm::readName),
        all(json, "externalIds", CustomerForm::readExternalId),
        all(json, "contactPoints", CustomerForm::readContactPoint),
        all(json, "contacts", CustomerForm::readContact),
        all(json, "addresses", CustomerForm::readAddress),
        all(json, "relationships", CustomerForm::readRelationship),
        all(json, "notes", CustomerForm::readNote),
        readTraits(json.object("classification")),
        text(json, "source"),
        json.findDate("verifiedOn").orElse(null));
  }

  private static JsonDocument write(CustomerName name) {
    return JsonDocument.builder()
        .put("kind", name.kind().name())
        .put("text", name.text())
        .build();
  }

  private static CustomerName readName(JsonDocument json) {
    return new CustomerName(read(json, "kind", NameKind::valueOf), json.text("text"));
  }

  private static JsonDocument write(ExternalId number) {
    return JsonDocument.builder()
        .put("scheme", number.scheme())
        .put("value", number.value())
        .build();
  }

  private static ExternalId readExternalId(JsonDocument json) {
    return new ExternalId(json.text("scheme"), json.text("value"));
  }

  private static JsonDocument write(ContactPoint point) {
    return JsonDocument.builder()
        .put("channel", point.channel().name())
        .put("value", point.value())
        .putTexts("purposes", point.purposes().stream().map(Enum::name).sorted().toList())
        .put("from", point.from())
        .put("until", point.until())
        .build();
  }

  private static ContactPoint readContactPoint(JsonDocument json) {
    return new ContactPoint(
        read(json, "channel", ContactChannel::valueOf),
        json.text("value"),
        json.texts("purposes").stream().map(ContactPurpose::valueOf).collect(Collectors.toSet()),
        json.findDate("from").orElse(null),
        json.findDate("until").orElse(null));
  }

  private static JsonDocument write(Contact contact) {
    JsonDocument.Builder json = JsonDocument.builder()
        .put("name", contact.name())
        .put("role", contact.role())
        .put("points", all(contact.points(), CustomerForm::write));
    if (contact.decides() != null) {
      json.put("decides", contact.decides().booleanValue());
    }
    return json.build();
  }

  private static Contact readContact(JsonDocument json) {
    return new Contact(
        json.text("name"),
        text(json, "role"),
        json.has("decides") ? (Boolean) json.truth("decides") : null,
        all(json, "points", CustomerForm::readContactPoint));
  }

  private static JsonDocument write(Address address) {
    return JsonDocument.builder()
        .put("street", address.street())
        .put("city", address.city())
        .put("region", address.region())
        .put("postcode", address.postcode())
        .put("country", address.country())
        .build();
  }

  private static Address readAddress(JsonDocument json) {
    return new Address(
        json.text("street"),
        text(json, "city"),
        text(json, "region"),
        text(json, "postcode"),
        text(json, "country"));
  }

  private static JsonDocument write(Relationship related) {
    return JsonDocument.builder()
        .put("kind", related.kind().name())
        .put("other", related.other().value())
        .put("from", related.from())
        .put("until", related.until())
        .build();
  }

  private static Relationship readRelationship(JsonDocument json) {
    return new Relationship(
        read(json, "kind", RelationshipKind::valueOf),
        CustomerId.of(json.text("other")),
        json.findDate("from").orElse(null),
        json.findDate("until").orElse(null));
  }

  private static JsonDocument write(Note note) {
    return JsonDocument.builder()
        .put("kind", note.kind().name())
        .put("text", note.text())
        .put("source", note.source())
        .put("purpose", note.purpose())
        .put("expires", note.expires())
        .build();
  }

  private static Note readNote(JsonDocument json) {
    return new Note(
        read(json, "kind", NoteKind::valueOf),
        json.text("text"),
        json.text("source"),
        json.text("purpose"),
        json.findDate("expires").orElse(null));
  }

  private static JsonDocument write(Map<String, String> traits) {
    JsonDocument.Builder json = JsonDocument.builder();
    traits.forEach(json::put);
    return json.build();
  }

  private static SortedMap<String, String> readTraits(JsonDocument json) {
    SortedMap<String, String> traits = new TreeMap<>();
    json.names().forEach(name -> traits.put(name, json.text(name)));
    return traits;
  }

  private static <T> List<JsonDocument> all(List<T> parts, Function<T, JsonDocument> writer) {
    return parts.stream().map(writer).toList();
  }

  private static <T> List<T> all(JsonDocument json, String name, Function<JsonDocument, T> reader) {
    return json.objects(name).stream().map(reader).toList();
  }

  private static <T> T read(JsonDocument json, String name, Function<String, T> parser) {
    return json.parsed(name, "must be one of the known kinds", parser);
  }

  private static @Nullable String text(JsonDocument json, String name) {
    return json.findText(name).orElse(null);
  }
}
