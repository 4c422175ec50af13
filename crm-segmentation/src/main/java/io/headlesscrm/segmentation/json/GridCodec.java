package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridAxis;
import io.headlesscrm.segmentation.grid.GridModel;
import java.util.Arrays;
import java.util.List;

/** Grids of one kind, version 1. Cuts that nobody reaches are the text "Infinity". */
record GridCodec(String kind) implements ModelCodec<GridModel> {

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<GridModel> type() {
    return GridModel.class;
  }

  @Override
  public void write(GridModel model, JsonDocument.Builder json) {
    json.put("currency", model.currency().getCurrencyCode())
        .put("axes", model.grid().axes().stream().map(GridCodec::write).toList())
        .put("segments", model.segments().stream().map(SegmentCodec::write).toList())
        .put("cells", model.grid().cells())
        .put("notices", model.notices().stream().map(EvidenceJson::toJson).toList())
        .put("advice", model.findAdvicePrefix().orElse(null))
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  private static JsonDocument write(GridAxis axis) {
    return IndicatorCodec.write(axis.indicator())
        .put("cuts", axis.cuts().stream().mapToDouble(Double::doubleValue).toArray())
        .build();
  }

  @Override
  public GridModel read(JsonDocument json, int version) {
    List<GridAxis> axes = json.objects("axes").stream().map(GridCodec::readAxis).toList();
    List<Segment> segments =
        json.objects("segments").stream().map(SegmentCodec::read).toList();
    return GridModel.of(
        kind,
        Values.currency(json, "currency"),
        Grid.of(axes, segments, json.wholes("cells")),
        json.objects("notices").stream().map(EvidenceJson::toReason).toList(),
        json.findText("advice").orElse(null),
        EvidenceJson.toProvenance(json.object("provenance")));
  }

  private static GridAxis readAxis(JsonDocument json) {
    return new GridAxis(
        IndicatorCodec.read(json), Arrays.stream(json.numbers("cuts")).boxed().toList());
  }
}
