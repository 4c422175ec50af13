package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fact: a customer allowed or forbade to be contacted by a channel for a purpose. Never changed; the next statement
 * counts from its instant on.
 *
 * @param id chosen by the host; not blank
 * @param customer whose statement it is now
 * @param statedAs the id that the customer had when it said so; stays after a merge, see {@link Consents}
 * @param channel by which way
 * @param purpose what for
 * @param state allowed or forbidden
 * @param at when it was said
 * @param source where, such as {@code web form}; not personal
 * @param evidence what proves it, such as the words on the phone; null when there is none
 */
public record Consent(
    String id,
    CustomerId customer,
    CustomerId statedAs,
    ContactChannel channel,
    ContactPurpose purpose,
    ConsentState state,
    Instant at,
    String source,
    @Nullable String evidence) {

  /** How statements are stored. An erasure leaves what was said and when, without the evidence. */
  public static final FactType<Consent> TYPE = FactType.builder(
          "consent", 1, Consent::id, Consent::at)
      .document(Consent::write, Consent::read)
      .customers(Link.one(Consent::customer, Consent::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.anonymised(Consent::texts, Consent::withoutEvidence))
      .timeline(Consent::summary)
      .build();

  public Consent {
    requireNonNull(id, "id");
    requireNonNull(customer, "customer");
    requireNonNull(statedAs, "statedAs");
    requireNonNull(channel, "channel");
    requireNonNull(purpose, "purpose");
    requireNonNull(state, "state");
    requireNonNull(at, "at");
    requireNonNull(source, "source");
  }

  /**
   * The customer may be contacted.
   *
   * @param id chosen by the host
   * @param customer who said so
   * @param channel by which way
   * @param purpose what for
   * @param at when it was said
   * @param source where it was said
   * @return the fact, without evidence
   */
  public static Consent granted(
      String id,
      CustomerId customer,
      ContactChannel channel,
      ContactPurpose purpose,
      Instant at,
      String source) {
    return new Consent(
        id, customer, customer, channel, purpose, ConsentState.GRANTED, at, source, null);
  }

  /**
   * The customer may not be contacted any more.
   *
   * @param id chosen by the host
   * @param customer who said so
   * @param channel by which way
   * @param purpose what for
   * @param at when it was said
   * @param source where it was said
   * @return the fact, without evidence
   */
  public static Consent withdrawn(
      String id,
      CustomerId customer,
      ContactChannel channel,
      ContactPurpose purpose,
      Instant at,
      String source) {
    return new Consent(
        id, customer, customer, channel, purpose, ConsentState.WITHDRAWN, at, source, null);
  }

  /**
   * With what proves it.
   *
   * @param proof such as the words on the phone
   * @return a copy
   */
  public Consent withEvidence(String proof) {
    return new Consent(
        id,
        customer,
        statedAs,
        channel,
        purpose,
        state,
        at,
        source,
        requireNonNull(proof, "proof"));
  }

  /** The state alone: the evidence may be personal. */
  @Override
  public String toString() {
    return state + " " + channel + " for " + purpose + " at " + at;
  }

  /**
   * The same statement under another id of the customer who made it.
   *
   * @param other the id that the customer has now
   * @return a copy that keeps the id under which it was made
   */
  public Consent withCustomer(CustomerId other) {
    return new Consent(id, other, statedAs, channel, purpose, state, at, source, evidence);
  }

  private Consent withoutEvidence() {
    return new Consent(id, customer, statedAs, channel, purpose, state, at, source, null);
  }

  private List<String> texts() {
    return evidence == null || evidence.isBlank() ? List.of() : List.of(evidence);
  }

  private Reason summary() {
    return Reason.of("privacy." + state.name().toLowerCase(Locale.ROOT))
        .withValue("channel", Reason.of("privacy." + channel.name()))
        .withValue("purpose", Reason.of("privacy." + purpose.name()));
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("customer", customer.value())
        .put("statedAs", statedAs.value())
        .put("channel", channel.name())
        .put("purpose", purpose.name())
        .put("state", state.name())
        .put("at", at)
        .put("source", source)
        .put("evidence", evidence)
        .build();
  }

  private static Consent read(JsonDocument json) {
    return new Consent(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        CustomerId.of(json.text("statedAs")),
        json.parsed("channel", "must be a channel", ContactChannel::valueOf),
        json.parsed("purpose", "must be a purpose", ContactPurpose::valueOf),
        json.parsed("state", "must be a state", ConsentState::valueOf),
        json.instant("at"),
        json.text("source"),
        json.findText("evidence").orElse(null));
  }
}
