package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.lifecycle.LifecycleModel;
import io.headlesscrm.segmentation.lifecycle.Rhythm;

/** Stages of the life of a customer, version 1. */
final class LifecycleCodec implements ModelCodec<LifecycleModel> {

  @Override
  public String kind() {
    return LifecycleModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<LifecycleModel> type() {
    return LifecycleModel.class;
  }

  @Override
  public void write(LifecycleModel model, JsonDocument.Builder json) {
    json.put("usualGap", model.rhythm().usualGap())
        .put("priorGaps", model.rhythm().priorGaps())
        .put("slipping", model.rhythm().slipping())
        .put("lapsed", model.rhythm().lapsed())
        .put("repeatingFrom", model.rhythm().repeatingFrom())
        .put("notices", model.notices().stream().map(EvidenceJson::toJson).toList())
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  @Override
  public LifecycleModel read(JsonDocument json, int version) {
    Rhythm rhythm = new Rhythm(
        json.number("usualGap"),
        json.number("priorGaps"),
        json.number("slipping"),
        json.number("lapsed"),
        Values.count(json, "repeatingFrom"));
    return LifecycleModel.of(
        rhythm,
        json.objects("notices").stream().map(EvidenceJson::toReason).toList(),
        EvidenceJson.toProvenance(json.object("provenance")));
  }
}
