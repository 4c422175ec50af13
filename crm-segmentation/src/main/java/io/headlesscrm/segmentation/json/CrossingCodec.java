package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.combination.CrossingModel;

/** Two models crossed, version 1: both as documents of their own. */
final class CrossingCodec implements ModelCodec<CrossingModel> {

  @Override
  public String kind() {
    return CrossingModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<CrossingModel> type() {
    return CrossingModel.class;
  }

  @Override
  public void write(CrossingModel model, JsonDocument.Builder json) {
    json.put("first", SegmentationJson.standard().toJson(model.first()))
        .put("second", SegmentationJson.standard().toJson(model.second()));
  }

  @Override
  public CrossingModel read(JsonDocument json, int version) {
    return CrossingModel.of(
        SegmentationJson.standard().toModel(json.object("first")),
        SegmentationJson.standard().toModel(json.object("second")));
  }
}
