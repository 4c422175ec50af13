package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A fact: this customer is in this segment or class, or has this score, as of this date, because. Written by
 * segmentation, churn or the host, and kept.
 *
 * @param id one per customer, kind and day; see {@link #of}
 * @param customer whom it is about
 * @param kind what was assessed, such as {@code rfm}, {@code abc} or {@code churn-90d}
 * @param value the outcome, such as {@code Champions}, {@code A} or {@code 0.731}
 * @param asOf the day before which everything known counted
 * @param reasons why, the weightiest first
 * @param provenance by which method
 */
public record Assessment(
    String id,
    CustomerId customer,
    String kind,
    String value,
    LocalDate asOf,
    List<Reason> reasons,
    Provenance provenance) {

  /** How assessments are stored: one of a kind per customer and day. */
  public static final FactType<Assessment> TYPE = FactType.builder(
          "assessment",
          1,
          Assessment::id,
          (Assessment fact) -> fact.asOf.atStartOfDay(ZoneOffset.UTC).toInstant())
      .document(Assessment::write, Assessment::read)
      .customers(Link.one(Assessment::customer, Assessment::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .timeline(Assessment::summary)
      .build();

  public Assessment {
    requireNonNull(id, "id");
    requireNonNull(customer, "customer");
    requireNonNull(kind, "kind");
    requireNonNull(value, "value");
    requireNonNull(asOf, "asOf");
    requireNonNull(provenance, "provenance");
    reasons = List.copyOf(reasons);
  }

  /**
   * An assessment whose id is made of kind, day and customer, so that the same one twice is one.
   *
   * @param customer whom it is about
   * @param kind what was assessed
   * @param value the outcome
   * @param asOf the day before which everything known counted
   * @param reasons why, the weightiest first
   * @param provenance by which method
   * @return the assessment
   */
  public static Assessment of(
      CustomerId customer,
      String kind,
      String value,
      LocalDate asOf,
      List<Reason> reasons,
      Provenance provenance) {
    String id = kind + " " + asOf + " " + customer;
    return new Assessment(id, customer, kind, value, asOf, reasons, provenance);
  }

  /**
   * The same assessment of another customer.
   *
   * @param other whom it is about
   * @return a copy
   */
  public Assessment withCustomer(CustomerId other) {
    return new Assessment(id, other, kind, value, asOf, reasons, provenance);
  }

  private Reason summary() {
    return Reason.of("customer.assessed").withValue("kind", kind).withValue("value", value);
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("customer", customer.value())
        .put("kind", kind)
        .put("value", value)
        .put("asOf", asOf)
        .put("reasons", reasons.stream().map(EvidenceJson::toJson).toList())
        .put("provenance", EvidenceJson.toJson(provenance))
        .build();
  }

  private static Assessment read(JsonDocument json) {
    return new Assessment(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        json.text("kind"),
        json.text("value"),
        json.date("asOf"),
        json.objects("reasons").stream().map(EvidenceJson::toReason).toList(),
        EvidenceJson.toProvenance(json.object("provenance")));
  }
}
