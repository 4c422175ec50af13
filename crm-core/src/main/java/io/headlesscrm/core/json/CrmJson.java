package io.headlesscrm.core.json;

import io.headlesscrm.core.evidence.Assessment;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseSummary;

/**
 * The facts of the core as JSON and back. Every document names its kind and version; version 1 of each kind will be
 * readable by every later version of this library.
 *
 * <p>Money is written in minor units, so that no digit depends on a parser's doubles.
 */
public final class CrmJson {

  private CrmJson() {}

  /**
   * A purchase as a document.
   *
   * @param purchase any
   * @return of kind {@code purchase}
   */
  public static JsonDocument toJson(Purchase purchase) {
    return PurchaseCodec.write(purchase);
  }

  /**
   * A purchase from a document.
   *
   * @param json of kind {@code purchase}
   * @return equal to the one that was written
   * @throws JsonFormatException when the document is damaged, foreign or from a later version
   */
  public static Purchase toPurchase(JsonDocument json) {
    return PurchaseCodec.read(json);
  }

  /**
   * A summary as a document.
   *
   * @param summary any
   * @return of kind {@code purchase-summary}
   */
  public static JsonDocument toJson(PurchaseSummary summary) {
    return SummaryCodec.write(summary);
  }

  /**
   * A summary from a document.
   *
   * @param json of kind {@code purchase-summary}
   * @return equal to the one that was written
   * @throws JsonFormatException when the document is damaged, foreign or from a later version
   */
  public static PurchaseSummary toSummary(JsonDocument json) {
    return SummaryCodec.read(json);
  }

  /**
   * An assessment as a document.
   *
   * @param assessment any
   * @return of kind {@code assessment}
   */
  public static JsonDocument toJson(Assessment assessment) {
    return EvidenceCodec.write(assessment);
  }

  /**
   * An assessment from a document.
   *
   * @param json of kind {@code assessment}
   * @return equal to the one that was written
   * @throws JsonFormatException when the document is damaged, foreign or from a later version
   */
  public static Assessment toAssessment(JsonDocument json) {
    return EvidenceCodec.read(json);
  }

  /**
   * A reason as part of a document.
   *
   * @param reason any
   * @return its key and typed values
   */
  public static JsonDocument toJson(Reason reason) {
    return EvidenceCodec.writeReason(reason);
  }

  /**
   * A reason from a part of a document.
   *
   * @param json as {@link #toJson(Reason)} writes it
   * @return equal to the one that was written
   * @throws JsonFormatException when it is damaged
   */
  public static Reason toReason(JsonDocument json) {
    return EvidenceCodec.readReason(json);
  }

  /**
   * A provenance as part of a document.
   *
   * @param provenance any
   * @return its members
   */
  public static JsonDocument toJson(Provenance provenance) {
    return EvidenceCodec.writeProvenance(provenance);
  }

  /**
   * A provenance from a part of a document.
   *
   * @param json as {@link #toJson(Provenance)} writes it
   * @return equal to the one that was written
   * @throws JsonFormatException when it is damaged
   */
  public static Provenance toProvenance(JsonDocument json) {
    return EvidenceCodec.readProvenance(json);
  }
}
