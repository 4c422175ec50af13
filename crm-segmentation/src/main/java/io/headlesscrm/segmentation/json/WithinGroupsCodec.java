package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.combination.WithinGroupsModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One model for each group, version 1: all as documents of their own. */
final class WithinGroupsCodec implements ModelCodec<WithinGroupsModel> {

  @Override
  public String kind() {
    return WithinGroupsModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<WithinGroupsModel> type() {
    return WithinGroupsModel.class;
  }

  @Override
  public void write(WithinGroupsModel model, JsonDocument.Builder json) {
    List<JsonDocument> groups = new ArrayList<>();
    model
        .models()
        .forEach((number, inner) -> groups.add(JsonDocument.builder()
            .put("group", number)
            .put("model", SegmentationJson.standard().toJson(inner))
            .build()));
    json.put("measure", model.group().name())
        .put("unit", model.group().unit())
        .put("groups", groups)
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  @Override
  public WithinGroupsModel read(JsonDocument json, int version) {
    Map<Double, SegmentationModel> models = new TreeMap<>();
    for (JsonDocument group : json.objects("groups")) {
      models.put(group.number("group"), SegmentationJson.standard().toModel(group.object("model")));
    }
    return WithinGroupsModel.of(
        Measure.of(json.text("measure"), json.text("unit")),
        models,
        EvidenceJson.toProvenance(json.object("provenance")));
  }
}
