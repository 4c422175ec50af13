package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody looked at two customers and found that they are two. When one of them is merged with a third, that one takes its
 * place, so that the third and the other are not proposed either; the id stays what it was.
 *
 * @param id the same for the same two customers that were looked at; names neither
 * @param first the lower id
 * @param second the higher id; equal to the first only when the two were merged in the end
 * @param by who looked
 * @param at when
 */
public record RejectedPair(String id, CustomerId first, CustomerId second, ActorId by, Instant at) {

  /** How rejected pairs are stored. */
  public static final RecordType<String, RejectedPair> TYPE = RecordType.builder(
          "rejected-pair", 1, RejectedPair::id, (String id) -> id)
      .document(RejectedPair::write, RejectedPair::read)
      .customers(Link.many(RejectedPair::customers, RejectedPair::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .notOnTimeline()
      .build();

  private static final String KIND = "rejected-pair";
  private static final int VERSION = 1;

  public RejectedPair {
    requireNonNull(id, "id");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    if (first.compareTo(second) > 0) {
      throw new IllegalArgumentException("the pair is " + first + " and " + second
          + ", the lower id must come first. Maybe use RejectedPair.of?");
    }
  }

  /**
   * A pair that was looked at.
   *
   * @param one a customer
   * @param other another one
   * @param by who looked
   * @param at when
   * @return the pair, the lower id first
   */
  public static RejectedPair of(CustomerId one, CustomerId other, ActorId by, Instant at) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("both customers are " + one
          + ", they must be two. Maybe one was merged into the other meanwhile?");
    }
    CustomerId first = lower(one, other);
    CustomerId second = higher(one, other);
    return new RejectedPair(idOf(first, second), first, second, by, at);
  }

  /** The same for the same two, and names neither, as it outlives them. The length keeps "a:b", "c" and "a", "b:c" apart. */
  private static String idOf(CustomerId first, CustomerId second) {
    String both = first.value().length() + ":" + first.value() + ":" + second.value();
    return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private List<CustomerId> customers() {
    return List.of(first, second);
  }

  private RejectedPair withCustomer(CustomerId from, CustomerId to) {
    CustomerId one = first.equals(from) ? to : first;
    CustomerId other = second.equals(from) ? to : second;
    return new RejectedPair(id, lower(one, other), higher(one, other), by, at);
  }

  private static CustomerId lower(CustomerId one, CustomerId other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static CustomerId higher(CustomerId one, CustomerId other) {
    return one.compareTo(other) <= 0 ? other : one;
  }

  private static JsonDocument write(RejectedPair pair) {
    return JsonDocument.builder()
        .put("kind", KIND)
        .put("version", VERSION)
        .put("id", pair.id)
        .put("first", pair.first.value())
        .put("second", pair.second.value())
        .put("by", pair.by.value())
        .put("at", pair.at)
        .build();
  }

  private static RejectedPair read(JsonDocument json) {
    json.requireKind("kind", KIND, VERSION);
    return new RejectedPair(
        json.text("id"),
        CustomerId.of(json.text("first")),
        CustomerId.of(json.text("second")),
        ActorId.of(json.text("by")),
        json.instant("at"));
  }
}
