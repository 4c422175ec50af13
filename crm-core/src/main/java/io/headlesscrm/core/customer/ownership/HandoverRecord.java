package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.StoredValue;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal of hand-overs: who gave what to whom, and whether a substitute has given it back.
 *
 * @param id chosen by the caller
 * @param from who handed over
 * @param to who took over
 * @param day the first day in the new hands
 * @param until when a substitute gives back; null: never
 * @param reason why
 * @param by who decided
 * @param at when it was done
 * @param moved what changed hands
 * @param shared those of them that the new one had a part in before
 * @param returnedAt when it was given back; null: it was not
 */
public record HandoverRecord(
    HandoverId id,
    ActorId from,
    ActorId to,
    LocalDate day,
    @Nullable LocalDate until,
    String reason,
    ActorId by,
    Instant at,
    List<StoredValue> moved,
    List<StoredValue> shared,
    @Nullable Instant returnedAt) {

  /** By the day on which a substitute gives back; without those that have. */
  public static final Index<HandoverRecord, LocalDate> DUE_BACK = Index.one(
      "due-back", KeyType.DATE, handover -> handover.returnedAt == null ? handover.until : null);

  /** How the journal is stored. */
  public static final RecordType<HandoverId, HandoverRecord> TYPE = RecordType.builder(
          "handover", 1, HandoverRecord::id, HandoverId::value)
      .document(HandoverRecord::write, HandoverRecord::read)
      .index(DUE_BACK)
      .customers(Link.none())
      .assignees(Link.none())
      .personal(PersonalData.none())
      .notOnTimeline()
      .build();

  public HandoverRecord {
    requireNonNull(id, "id");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(day, "day");
    requireNonNull(reason, "reason");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    moved = List.copyOf(moved);
    shared = List.copyOf(shared);
  }

  HandoverRecord returned(Instant when) {
    return new HandoverRecord(
        id, from, to, day, until, reason, by, at, moved, shared, requireNonNull(when, "when"));
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id.value())
        .put("from", from.value())
        .put("to", to.value())
        .put("day", day)
        .put("until", until)
        .put("reason", reason)
        .put("by", by.value())
        .put("at", at)
        .put("moved", moved.stream().map(HandoverRecord::write).toList())
        .put("shared", shared.stream().map(HandoverRecord::write).toList())
        .put("returnedAt", returnedAt)
        .build();
  }

  private static HandoverRecord read(JsonDocument json) {
    return new HandoverRecord(
        HandoverId.of(json.text("id")),
        ActorId.of(json.text("from")),
        ActorId.of(json.text("to")),
        json.date("day"),
        json.findDate("until").orElse(null),
        json.text("reason"),
        ActorId.of(json.text("by")),
        json.instant("at"),
        json.objects("moved").stream().map(HandoverRecord::readValue).toList(),
        json.objects("shared").stream().map(HandoverRecord::readValue).toList(),
        json.findInstant("returnedAt").orElse(null));
  }

  private static JsonDocument write(StoredValue value) {
    return JsonDocument.builder()
        .put("type", value.type())
        .put("id", value.id())
        .build();
  }

  private static StoredValue readValue(JsonDocument json) {
    return new StoredValue(json.text("type"), json.text("id"));
  }
}
