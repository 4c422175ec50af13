package io.headlesscrm.core.service.care;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import org.jspecify.annotations.Nullable;

/** Tasks as documents, version 1. */
final class CareTaskForm {

  private CareTaskForm() {}

  static JsonDocument write(CareTask task) {
    return JsonDocument.builder()
        .put("id", task.id())
        .put("customer", task.customer().value())
        .put("purpose", task.purpose())
        .put("reasons", task.reasons().stream().map(EvidenceJson::toJson).toList())
        .put("due", task.due())
        .put("owner", task.owner() == null ? null : task.owner().value())
        .put("control", task.control())
        .put("steps", task.steps().stream().map(CareTaskForm::write).toList())
        .put("outcome", name(task.outcome()))
        .put("cause", name(task.cause()))
        .build();
  }

  static CareTask read(JsonDocument json) {
    return new CareTask(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        json.text("purpose"),
        json.objects("reasons").stream().map(EvidenceJson::toReason).toList(),
        json.date("due"),
        json.has("owner") ? ActorId.of(json.text("owner")) : null,
        json.truth("control"),
        json.objects("steps").stream().map(CareTaskForm::readStep).toList(),
        json.has("outcome")
            ? json.parsed("outcome", "must be an outcome", CareOutcome::valueOf)
            : null,
        json.has("cause")
            ? json.parsed("cause", "must be a cause", SwitchingCause::valueOf)
            : null);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static JsonDocument write(CareStep step) {
    return JsonDocument.builder()
        .put("state", step.state().name())
        .put("words", step.words())
        .put("by", step.by().value())
        .put("at", step.at())
        .build();
  }

  private static CareStep readStep(JsonDocument json) {
    return new CareStep(
        json.parsed("state", "must be a state", CareState::valueOf),
        json.text("words"),
        ActorId.of(json.text("by")),
        json.instant("at"));
  }
}
