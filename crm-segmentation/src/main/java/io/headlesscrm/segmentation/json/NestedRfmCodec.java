package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.rfm.Axis;
import io.headlesscrm.segmentation.rfm.NestedRfmModel;

/** Nested RFM, version 1. Thresholds are days, purchases and minor units. */
final class NestedRfmCodec implements ModelCodec<NestedRfmModel> {

  @Override
  public String kind() {
    return NestedRfmModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<NestedRfmModel> type() {
    return NestedRfmModel.class;
  }

  @Override
  public void write(NestedRfmModel model, JsonDocument.Builder json) {
    json.put("currency", model.currency().getCurrencyCode())
        .put("recency", RfmCodec.write(model.recency()))
        .put("frequency", model.frequency().stream().map(RfmCodec::write).toList())
        .put("monetary", model.monetary().stream().map(RfmCodec::write).toList())
        .put("rules", RulesCodec.write(model.rules()))
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  @Override
  public NestedRfmModel read(JsonDocument json, int version) {
    return NestedRfmModel.of(
        Values.currency(json, "currency"),
        RfmCodec.read(Axis.RECENCY, json.object("recency")),
        json.objects("frequency").stream()
            .map(bins -> RfmCodec.read(Axis.FREQUENCY, bins))
            .toList(),
        json.objects("monetary").stream()
            .map(bins -> RfmCodec.read(Axis.MONETARY, bins))
            .toList(),
        RulesCodec.read(json.object("rules")),
        EvidenceJson.toProvenance(json.object("provenance")));
  }
}
