package io.headlesscrm.core.service.interaction;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.ContactChannel;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact: one contact with a customer. What was written stays; a correction is another interaction that names the one it
 * corrects.
 *
 * <pre>{@code
 * Interaction call = Interaction.inbound("I-1", customer, ContactChannel.PHONE, at, actor, "where is my shipment?");
 * Interaction answer = Interaction.outbound("I-2", customer, ContactChannel.EMAIL, later, actor, "it arrives today")
 *     .replyingTo("I-1");
 * }</pre>
 *
 * @param id chosen by the host; not blank
 * @param customer with whom
 * @param channel by which way
 * @param direction who turned to whom
 * @param at when
 * @param actor who of the company
 * @param contact with whom at the customer; null when not known
 * @param subject what it was about, in a few words; empty after an erasure
 * @param words what was said; null when nothing was written down
 * @param outcome what came of it; null while open
 * @param replyTo the interaction that this one answers; null when none
 * @param corrects the interaction that this one takes the place of; null when none
 */
public record Interaction(
    String id,
    CustomerId customer,
    ContactChannel channel,
    Direction direction,
    Instant at,
    ActorId actor,
    @Nullable String contact,
    String subject,
    @Nullable String words,
    @Nullable String outcome,
    @Nullable String replyTo,
    @Nullable String corrects) {

  /** By who turned to whom. */
  public static final Index<Interaction, String> DIRECTION =
      Index.one("direction", KeyType.TEXT, interaction -> interaction.direction.name());

  /** By the interaction that is answered. */
  public static final Index<Interaction, String> REPLY_TO =
      Index.one("reply-to", KeyType.TEXT, Interaction::replyTo);

  /** By the interaction that is corrected. */
  public static final Index<Interaction, String> CORRECTS =
      Index.one("corrects", KeyType.TEXT, Interaction::corrects);

  /** How interactions are stored. An erasure leaves when, how and in which direction there was contact. */
  public static final FactType<Interaction> TYPE = FactType.builder(
          "interaction", 1, Interaction::id, Interaction::at)
      .document(Interaction::write, Interaction::read)
      .index(DIRECTION)
      .index(REPLY_TO)
      .index(CORRECTS)
      .customers(Link.one(Interaction::customer, Interaction::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.anonymised(Interaction::texts, Interaction::withoutTexts))
      .timeline(Interaction::summary)
      .build();

  public Interaction {
    requireNonNull(id, "id");
    requireNonNull(customer, "customer");
    requireNonNull(channel, "channel");
    requireNonNull(direction, "direction");
    requireNonNull(at, "at");
    requireNonNull(actor, "actor");
    requireNonNull(subject, "subject");
    if (id.equals(replyTo) || id.equals(corrects)) {
      throw new IllegalArgumentException("interaction " + id
          + " answers or corrects itself, it must be another one. Maybe the ids were mixed up?");
    }
  }

  /**
   * The customer turned to the company.
   *
   * @param id chosen by the host
   * @param customer with whom
   * @param channel by which way
   * @param at when
   * @param actor who of the company took it
   * @param subject what it was about
   * @return without words and outcome
   */
  public static Interaction inbound(
      String id,
      CustomerId customer,
      ContactChannel channel,
      Instant at,
      ActorId actor,
      String subject) {
    return of(id, customer, channel, Direction.INBOUND, at, actor, subject);
  }

  /**
   * The company turned to the customer.
   *
   * @param id chosen by the host
   * @param customer with whom
   * @param channel by which way
   * @param at when
   * @param actor who of the company did
   * @param subject what it was about
   * @return without words and outcome
   */
  public static Interaction outbound(
      String id,
      CustomerId customer,
      ContactChannel channel,
      Instant at,
      ActorId actor,
      String subject) {
    return of(id, customer, channel, Direction.OUTBOUND, at, actor, subject);
  }

  /**
   * With the person at the customer.
   *
   * @param name as it is written
   * @return a copy
   */
  public Interaction withContact(String name) {
    return new Interaction(
        id,
        customer,
        channel,
        direction,
        at,
        actor,
        requireNonNull(name, "name"),
        subject,
        words,
        outcome,
        replyTo,
        corrects);
  }

  /**
   * With what was said.
   *
   * @param said in the words of the one who writes it down
   * @return a copy
   */
  public Interaction withWords(String said) {
    return new Interaction(
        id,
        customer,
        channel,
        direction,
        at,
        actor,
        contact,
        subject,
        requireNonNull(said, "said"),
        outcome,
        replyTo,
        corrects);
  }

  /**
   * With what came of it.
   *
   * @param result such as "sends offer"
   * @return a copy
   */
  public Interaction withOutcome(String result) {
    return new Interaction(
        id,
        customer,
        channel,
        direction,
        at,
        actor,
        contact,
        subject,
        words,
        requireNonNull(result, "result"),
        replyTo,
        corrects);
  }

  /**
   * As the answer to another one.
   *
   * @param other the id of that one
   * @return a copy
   */
  public Interaction replyingTo(String other) {
    return new Interaction(
        id,
        customer,
        channel,
        direction,
        at,
        actor,
        contact,
        subject,
        words,
        outcome,
        requireNonNull(other, "other"),
        corrects);
  }

  /**
   * As the correction of another one, which stays as it was written.
   *
   * @param other the id of that one
   * @return a copy
   */
  public Interaction correcting(String other) {
    return new Interaction(
        id,
        customer,
        channel,
        direction,
        at,
        actor,
        contact,
        subject,
        words,
        outcome,
        replyTo,
        requireNonNull(other, "other"));
  }

  /**
   * The same contact with another customer.
   *
   * @param other with whom
   * @return a copy
   */
  public Interaction withCustomer(CustomerId other) {
    return new Interaction(
        id, other, channel, direction, at, actor, contact, subject, words, outcome, replyTo,
        corrects);
  }

  /** The id, the direction and the channel: the rest is personal. */
  @Override
  public String toString() {
    return direction.name().toLowerCase(Locale.ROOT) + " interaction " + id + " by " + channel;
  }

  private static Interaction of(
      String id,
      CustomerId customer,
      ContactChannel channel,
      Direction direction,
      Instant at,
      ActorId actor,
      String subject) {
    return new Interaction(
        id, customer, channel, direction, at, actor, null, subject, null, null, null, null);
  }

  private Interaction withoutTexts() {
    return new Interaction(
        id, customer, channel, direction, at, actor, null, "", null, null, replyTo, corrects);
  }

  private List<String> texts() {
    return Stream.of(contact, subject, words, outcome)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .toList();
  }

  private Reason summary() {
    return Reason.of("interaction." + direction.name().toLowerCase(Locale.ROOT))
        .withValue("channel", Reason.of("interaction." + channel.name()))
        .withValue("subject", subject);
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("customer", customer.value())
        .put("channel", channel.name())
        .put("direction", direction.name())
        .put("at", at)
        .put("actor", actor.value())
        .put("contact", contact)
        .put("subject", subject)
        .put("words", words)
        .put("outcome", outcome)
        .put("replyTo", replyTo)
        .put("corrects", corrects)
        .build();
  }

  private static Interaction read(JsonDocument json) {
    return new Interaction(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        json.parsed("channel", "must be a channel", ContactChannel::valueOf),
        json.parsed("direction", "must be a direction", Direction::valueOf),
        json.instant("at"),
        ActorId.of(json.text("actor")),
        json.findText("contact").orElse(null),
        json.text("subject"),
        json.findText("words").orElse(null),
        json.findText("outcome").orElse(null),
        json.findText("replyTo").orElse(null),
        json.findText("corrects").orElse(null));
  }
}
