package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.TextIndex;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact with a value of every sort that a storage may spoil. */
record Happening(
    String id,
    Instant at,
    CustomerId customer,
    String kind,
    BigDecimal amount,
    long size,
    @Nullable String note) {

  static final Index<Happening, String> KIND = Index.one("kind", KeyType.TEXT, Happening::kind);
  static final Index<Happening, Long> SIZE = Index.one("size", KeyType.WHOLE, Happening::size);
  static final TextIndex<Happening> WORDS = TextIndex.of("words", Happening::words);

  static final FactType<Happening> TYPE = FactType.builder(
          "kit-happening", 1, Happening::id, Happening::at)
      .document(Happening::write, Happening::read)
      .index(KIND)
      .index(SIZE)
      .index(WORDS)
      .customers(Link.one(Happening::customer, Happening::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.anonymised(Happening::words, happening -> happening.withNote(null)))
      .timeline(happening -> Reason.of("kit.happening").with("size", happening.size()))
      .build();

  static Happening of(String id, Instant at) {
    return new Happening(id, at, CustomerId.of("customer"), "kind", BigDecimal.ONE, 1, null);
  }

  Happening withAt(Instant other) {
    return new Happening(id, other, customer, kind, amount, size, note);
  }

  Happening withCustomer(CustomerId other) {
    return new Happening(id, at, other, kind, amount, size, note);
  }

  Happening withKind(String other) {
    return new Happening(id, at, customer, other, amount, size, note);
  }

  Happening withAmount(String other) {
    return new Happening(id, at, customer, kind, new BigDecimal(other), size, note);
  }

  Happening withSize(long other) {
    return new Happening(id, at, customer, kind, amount, other, note);
  }

  Happening withNote(@Nullable String other) {
    return new Happening(id, at, customer, kind, amount, size, other);
  }

  private List<String> words() {
    return note == null ? List.of() : List.of(note);
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("at", at.toString())
        .put("customer", customer.value())
        .put("kind", kind)
        .put("amount", amount.toString())
        .put("size", size)
        .put("note", note)
        .build();
  }

  private static Happening read(JsonDocument json) {
    return new Happening(
        json.text("id"),
        Instant.parse(json.text("at")),
        CustomerId.of(json.text("customer")),
        json.text("kind"),
        new BigDecimal(json.text("amount")),
        json.whole("size"),
        json.findText("note").orElse(null));
  }
}
