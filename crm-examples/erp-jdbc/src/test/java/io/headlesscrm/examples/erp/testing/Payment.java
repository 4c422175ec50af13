package io.headlesscrm.examples.erp.testing;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.Instant;

/** A fact of little content. */
public record Payment(String id, Instant at, String customer, long cents) {

  /** Found by amount. */
  public static final Index<Payment, Long> CENTS =
      Index.one("cents", KeyType.WHOLE, Payment::cents);

  /** Stored under the name payment. */
  public static final FactType<Payment> TYPE = FactType.builder(
          "payment", 1, Payment::id, Payment::at)
      .document(Payment::write, Payment::read)
      .index(CENTS)
      .customers(Link.one(
          payment -> CustomerId.of(payment.customer),
          (payment, other) -> new Payment(payment.id, payment.at, other.value(), payment.cents)))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .notOnTimeline()
      .build();

  /** Of one customer, at noon. */
  public static Payment of(String id, long cents) {
    return new Payment(id, Instant.parse("2026-03-01T12:00:00Z"), "C1", cents);
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("at", at.toString())
        .put("customer", customer)
        .put("cents", cents)
        .build();
  }

  private static Payment read(JsonDocument json) {
    return new Payment(
        json.text("id"),
        Instant.parse(json.text("at")),
        json.text("customer"),
        json.whole("cents"));
  }
}
