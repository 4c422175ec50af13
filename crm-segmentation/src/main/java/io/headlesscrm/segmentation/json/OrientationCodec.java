package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.orientation.OrientationModel;

/** What customers buy for, version 1. */
final class OrientationCodec implements ModelCodec<OrientationModel> {

  @Override
  public String kind() {
    return OrientationModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<OrientationModel> type() {
    return OrientationModel.class;
  }

  @Override
  public void write(OrientationModel model, JsonDocument.Builder json) {
    json.put("currency", model.currency().getCurrencyCode())
        .put(
            "indicators",
            model.indicators().stream()
                .map(indicator -> IndicatorCodec.write(indicator).build())
                .toList())
        .put("minLead", model.minLead())
        .put("notices", model.notices().stream().map(EvidenceJson::toJson).toList())
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  @Override
  public OrientationModel read(JsonDocument json, int version) {
    return OrientationModel.of(
        Values.currency(json, "currency"),
        json.objects("indicators").stream().map(IndicatorCodec::read).toList(),
        json.number("minLead"),
        json.objects("notices").stream().map(EvidenceJson::toReason).toList(),
        EvidenceJson.toProvenance(json.object("provenance")));
  }
}
