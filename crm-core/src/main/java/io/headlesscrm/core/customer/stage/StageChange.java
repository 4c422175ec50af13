package io.headlesscrm.core.customer.stage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact: a customer moved from one stage to another. All figures about stages are computed from these facts.
 *
 * @param id one per change
 * @param customer who moved
 * @param from where it was; null: it was not known before
 * @param to where it is now
 * @param at when
 * @param buyer whether it has bought by then
 * @param actor who or what moved it
 * @param reason why
 */
public record StageChange(
    String id,
    CustomerId customer,
    @Nullable Stage from,
    Stage to,
    Instant at,
    boolean buyer,
    ActorId actor,
    Reason reason) {

  /** By the stage that was entered, so that a funnel reads what it needs. */
  public static final Index<StageChange, String> TO =
      Index.one("to", KeyType.TEXT, change -> change.to.name());

  /** How changes of stage are stored. */
  public static final FactType<StageChange> TYPE = FactType.builder(
          "stage-change", 1, StageChange::id, StageChange::at)
      .document(StageChange::write, StageChange::read)
      .index(TO)
      .customers(Link.one(StageChange::customer, StageChange::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .timeline(StageChange::summary)
      .build();

  public StageChange {
    requireNonNull(id, "id");
    requireNonNull(customer, "customer");
    requireNonNull(to, "to");
    requireNonNull(at, "at");
    requireNonNull(actor, "actor");
    requireNonNull(reason, "reason");
    if (to.equals(from)) {
      throw new IllegalArgumentException("customer " + customer + " moves from " + from + " to "
          + to + ", it must be another stage. Maybe nothing changed?");
    }
  }

  private StageChange withCustomer(CustomerId other) {
    return new StageChange(id, other, from, to, at, buyer, actor, reason);
  }

  private Reason summary() {
    return Reason.of("stage.entered")
        .withValue("stage", Reason.of("stage." + to.name()))
        .withValue("why", reason);
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("customer", customer.value())
        .put("from", from == null ? null : from.name())
        .put("to", to.name())
        .put("at", at)
        .put("buyer", buyer)
        .put("actor", actor.value())
        .put("reason", EvidenceJson.toJson(reason))
        .build();
  }

  private static StageChange read(JsonDocument json) {
    return new StageChange(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        json.has("from") ? stage(json, "from") : null,
        stage(json, "to"),
        json.instant("at"),
        json.truth("buyer"),
        ActorId.of(json.text("actor")),
        EvidenceJson.toReason(json.object("reason")));
  }

  private static Stage stage(JsonDocument json, String name) {
    return json.parsed(name, "must be a stage", Stage::valueOf);
  }
}
