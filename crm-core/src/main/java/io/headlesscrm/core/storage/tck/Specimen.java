package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.TextIndex;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record with a value of every sort that a storage may spoil. */
record Specimen(
    String id,
    CustomerId customer,
    String name,
    List<String> aliases,
    @Nullable String note,
    BigDecimal amount,
    Instant at,
    LocalDateTime local,
    @Nullable LocalDate day,
    @Nullable Long rank) {

  static final Index<Specimen, String> NAME = Index.one("name", KeyType.TEXT, Specimen::name);
  static final Index<Specimen, String> ALIAS = Index.many("alias", KeyType.TEXT, Specimen::aliases);
  static final Index<Specimen, Instant> AT = Index.one("at", KeyType.INSTANT, Specimen::at);
  static final Index<Specimen, LocalDate> DAY = Index.one("day", KeyType.DATE, Specimen::day);
  static final Index<Specimen, Long> RANK = Index.one("rank", KeyType.WHOLE, Specimen::rank);
  static final TextIndex<Specimen> WORDS = TextIndex.of("words", Specimen::words);

  static final RecordType<String, Specimen> TYPE = type("kit-specimen");

  /** Holds the same kind of records under another name. */
  static final RecordType<String, Specimen> NEIGHBOUR = type("kit-neighbour");

  Specimen {
    aliases = List.copyOf(aliases);
  }

  static Specimen of(String id) {
    return new Specimen(
        id,
        CustomerId.of("customer of " + id),
        "name",
        List.of(),
        null,
        BigDecimal.ONE,
        Instant.EPOCH,
        LocalDateTime.of(2026, 1, 1, 0, 0),
        null,
        null);
  }

  Specimen withCustomer(CustomerId other) {
    return new Specimen(id, other, name, aliases, note, amount, at, local, day, rank);
  }

  Specimen withName(String other) {
    return new Specimen(id, customer, other, aliases, note, amount, at, local, day, rank);
  }

  Specimen withAliases(String... others) {
    return new Specimen(id, customer, name, List.of(others), note, amount, at, local, day, rank);
  }

  Specimen withNote(@Nullable String other) {
    return new Specimen(id, customer, name, aliases, other, amount, at, local, day, rank);
  }

  Specimen withAmount(String other) {
    return new Specimen(
        id, customer, name, aliases, note, new BigDecimal(other), at, local, day, rank);
  }

  Specimen withAt(Instant other) {
    return new Specimen(id, customer, name, aliases, note, amount, other, local, day, rank);
  }

  Specimen withLocal(LocalDateTime other) {
    return new Specimen(id, customer, name, aliases, note, amount, at, other, day, rank);
  }

  Specimen withDay(@Nullable LocalDate other) {
    return new Specimen(id, customer, name, aliases, note, amount, at, local, other, rank);
  }

  Specimen withRank(@Nullable Long other) {
    return new Specimen(id, customer, name, aliases, note, amount, at, local, day, other);
  }

  private List<String> words() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  private static RecordType<String, Specimen> type(String typeName) {
    return RecordType.builder(typeName, 1, Specimen::id, (String key) -> key)
        .document(Specimen::write, Specimen::read)
        .index(NAME)
        .index(ALIAS)
        .index(AT)
        .index(DAY)
        .index(RANK)
        .index(WORDS)
        .customers(Link.one(Specimen::customer, Specimen::withCustomer))
        .assignees(Link.none())
        .personal(PersonalData.deleted(Specimen::words))
        .notOnTimeline()
        .build();
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("customer", customer.value())
        .put("name", name)
        .putTexts("aliases", aliases)
        .put("note", note)
        .put("amount", amount.toString())
        .put("at", at.toString())
        .put("local", local.toString())
        .put("day", day == null ? null : day.toString())
        .put("rank", rank == null ? null : rank.toString())
        .build();
  }

  private static Specimen read(JsonDocument json) {
    return new Specimen(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        json.text("name"),
        json.texts("aliases"),
        json.findText("note").orElse(null),
        new BigDecimal(json.text("amount")),
        Instant.parse(json.text("at")),
        LocalDateTime.parse(json.text("local")),
        json.findText("day").map(LocalDate::parse).orElse(null),
        json.findText("rank").map(Long::valueOf).orElse(null));
  }
}
