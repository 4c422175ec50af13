package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal of merges: who merged whom when, and who took it back. Stays when the merge is undone.
 *
 * @param id chosen by the caller
 * @param winner the customer that survives
 * @param loser the customer whose id became an alias
 * @param at when they were merged
 * @param by who merged them
 * @param images how many values were touched; as many before-images are kept until they are forgotten
 * @param undoneAt when the merge was undone; null: it holds
 * @param undoneBy who undid it; null: it holds
 */
public record MergeRecord(
    MergeId id,
    CustomerId winner,
    CustomerId loser,
    Instant at,
    ActorId by,
    int images,
    @Nullable Instant undoneAt,
    @Nullable ActorId undoneBy) {

  /** By the time of the merge. */
  public static final Index<MergeRecord, Instant> AT =
      Index.one("at", KeyType.INSTANT, MergeRecord::at);

  /** How the journal is stored. It names customers by their ids alone, and no later merge rewrites it. */
  public static final RecordType<MergeId, MergeRecord> TYPE = RecordType.builder(
          "merge", 1, MergeRecord::id, MergeId::value)
      .document(MergeRecord::write, MergeRecord::read)
      .customers(Link.fixed(merge -> List.of(merge.winner, merge.loser)))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .timeline(AT, MergeRecord::summary)
      .build();

  public MergeRecord {
    requireNonNull(id, "id");
    requireNonNull(winner, "winner");
    requireNonNull(loser, "loser");
    requireNonNull(at, "at");
    requireNonNull(by, "by");
    if ((undoneAt == null) != (undoneBy == null)) {
      throw new IllegalArgumentException(
          "merge " + id
              + " is half undone, it must have both an instant and an actor. Maybe one was not copied?");
    }
  }

  /**
   * Whether the merge was taken back.
   *
   * @return false while it holds
   */
  public boolean isUndone() {
    return undoneAt != null;
  }

  MergeRecord undone(Instant when, ActorId who) {
    return new MergeRecord(id, winner, loser, at, by, images, when, who);
  }

  private Reason summary() {
    return Reason.of(isUndone() ? "identity.merge-undone" : "identity.merged")
        .withValue("winner", winner.value())
        .withValue("loser", loser.value());
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id.value())
        .put("winner", winner.value())
        .put("loser", loser.value())
        .put("at", at)
        .put("by", by.value())
        .put("images", images)
        .put("undoneAt", undoneAt)
        .put("undoneBy", undoneBy == null ? null : undoneBy.value())
        .build();
  }

  private static MergeRecord read(JsonDocument json) {
    return new MergeRecord(
        MergeId.of(json.text("id")),
        CustomerId.of(json.text("winner")),
        CustomerId.of(json.text("loser")),
        json.instant("at"),
        ActorId.of(json.text("by")),
        Math.toIntExact(json.whole("images")),
        json.findInstant("undoneAt").orElse(null),
        json.findText("undoneBy").map(ActorId::of).orElse(null));
  }
}
