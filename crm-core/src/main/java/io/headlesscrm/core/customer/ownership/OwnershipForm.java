package io.headlesscrm.core.customer.ownership;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;

/** Ownerships as documents, version 1. */
final class OwnershipForm {

  private OwnershipForm() {}

  static JsonDocument write(Ownership ownership) {
    return JsonDocument.builder()
        .put("customer", ownership.customer().value())
        .put(
            "assignments",
            ownership.assignments().stream().map(OwnershipForm::write).toList())
        .build();
  }

  static Ownership read(JsonDocument json) {
    return new Ownership(
        CustomerId.of(json.text("customer")),
        json.objects("assignments").stream().map(OwnershipForm::readAssignment).toList());
  }

  private static JsonDocument write(Assignment held) {
    return JsonDocument.builder()
        .put("owner", held.owner().value())
        .put("from", held.from())
        .put("until", held.until())
        .put("territory", held.territory())
        .put("reason", held.reason())
        .put("endReason", held.endReason())
        .put("by", held.by().value())
        .build();
  }

  private static Assignment readAssignment(JsonDocument json) {
    return new Assignment(
        ActorId.of(json.text("owner")),
        json.date("from"),
        json.findDate("until").orElse(null),
        json.findText("territory").orElse(null),
        json.text("reason"),
        json.findText("endReason").orElse(null),
        ActorId.of(json.text("by")));
  }
}
