package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.Instant;
import java.util.List;

/**
 * The tombstone of a customer that was erased: when, by whom and why. Nothing in it is personal.
 *
 * @param id chosen by the caller
 * @param customer the id that is left
 * @param at when
 * @param by who erased
 * @param reason why, without personal data
 * @param anonymised how many values lost what was personal in them
 * @param deleted how many values went
 * @param retained how many values had to stay as they were
 */
public record ErasureRecord(
    ErasureId id,
    CustomerId customer,
    Instant at,
    ActorId by,
    Reason reason,
    int anonymised,
    int deleted,
    int retained) {

  /** How tombstones are stored. */
  public static final FactType<ErasureRecord> TYPE = FactType.<ErasureRecord>builder(
          "erasure", 1, tombstone -> tombstone.id.value(), ErasureRecord::at)
      .document(ErasureRecord::write, ErasureRecord::read)
      .customers(Link.fixed(tombstone -> List.of(tombstone.customer)))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .timeline(tombstone -> Reason.of("privacy.erased").withValue("why", tombstone.reason))
      .build();

  public ErasureRecord {
    requireNonNull(id, "id");
    requireNonNull(customer, "customer");
    requireNonNull(at, "at");
    requireNonNull(by, "by");
    requireNonNull(reason, "reason");
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id.value())
        .put("customer", customer.value())
        .put("at", at)
        .put("by", by.value())
        .put("reason", EvidenceJson.toJson(reason))
        .put("anonymised", anonymised)
        .put("deleted", deleted)
        .put("retained", retained)
        .build();
  }

  private static ErasureRecord read(JsonDocument json) {
    return new ErasureRecord(
        ErasureId.of(json.text("id")),
        CustomerId.of(json.text("customer")),
        json.instant("at"),
        ActorId.of(json.text("by")),
        EvidenceJson.toReason(json.object("reason")),
        Math.toIntExact(json.whole("anonymised")),
        Math.toIntExact(json.whole("deleted")),
        Math.toIntExact(json.whole("retained")));
  }
}
