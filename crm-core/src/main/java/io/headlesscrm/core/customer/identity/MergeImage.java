package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value as it was before a merge touched it, so that the merge can be undone. Holds whatever the value holds, personal
 * data too: an erasure of any of its customers deletes it, and {@link Merge#forgetImages} ends it with time.
 *
 * @param merge which merge
 * @param number from 0, in the order of the changes
 * @param at when the merge was made
 * @param type the name of the type of the value
 * @param before its document; null: the merge added the value
 * @param after its document when the merge was done; null: the value was removed, or the merge did no more than rewrite
 *     its references
 * @param isRewritten whether the merge did no more than rewrite references
 * @param customers whose value it is or was
 */
public record MergeImage(
    MergeId merge,
    int number,
    Instant at,
    String type,
    @Nullable String before,
    @Nullable String after,
    boolean isRewritten,
    Set<CustomerId> customers) {

  /** The images of one merge. */
  public static final Index<MergeImage, String> MERGE =
      Index.one("merge", KeyType.TEXT, image -> image.merge.value());

  /** How images are stored. */
  public static final FactType<MergeImage> TYPE = FactType.builder(
          "merge-image", 1, MergeImage::idText, MergeImage::at)
      .document(MergeImage::write, MergeImage::read)
      .index(MERGE)
      .customers(Link.fixed(MergeImage::customers))
      .assignees(Link.none())
      .personal(PersonalData.deleted(MergeImage::documents))
      .notOnTimeline()
      .build();

  public MergeImage {
    requireNonNull(merge, "merge");
    requireNonNull(at, "at");
    requireNonNull(type, "type");
    customers = Set.copyOf(customers);
  }

  /** The merge and the type: the documents may be personal. */
  @Override
  public String toString() {
    return "image " + number + " of merge " + merge + ", a " + type;
  }

  private String idText() {
    return merge.value() + "/" + number;
  }

  private List<String> documents() {
    return Stream.of(before == null ? "" : before, after == null ? "" : after)
        .filter(document -> !document.isEmpty())
        .toList();
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("merge", merge.value())
        .put("number", number)
        .put("at", at)
        .put("type", type)
        .put("before", before)
        .put("after", after)
        .put("rewritten", isRewritten)
        .putTexts(
            "customers", customers.stream().map(CustomerId::value).sorted().toList())
        .build();
  }

  private static MergeImage read(JsonDocument json) {
    Set<CustomerId> customers = new TreeSet<>();
    json.texts("customers").forEach(id -> customers.add(CustomerId.of(id)));
    return new MergeImage(
        MergeId.of(json.text("merge")),
        Math.toIntExact(json.whole("number")),
        json.instant("at"),
        json.text("type"),
        json.findText("before").orElse(null),
        json.findText("after").orElse(null),
        json.truth("rewritten"),
        customers);
  }
}
