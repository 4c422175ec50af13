package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.grid.Formula;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridAxis;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import io.headlesscrm.segmentation.grid.Term;
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
    Indicator indicator = axis.indicator();
    JsonDocument.Builder json = JsonDocument.builder()
        .put("name", indicator.name())
        .put("chineseName", indicator.chineseName())
        .put("unit", indicator.unit())
        .put("cuts", axis.cuts().stream().mapToDouble(Double::doubleValue).toArray());
    if (indicator.formula() instanceof Formula.Index index) {
      return json.put("needed", index.needed())
          .put("index", index.parts().stream().map(GridCodec::write).toList())
          .build();
    }
    Formula.Sum sum = (Formula.Sum) indicator.formula();
    return json.put("sum", sum.terms().stream().map(GridCodec::write).toList()).build();
  }

  private static JsonDocument write(Term term) {
    return measure(term.measure()).put("weight", term.weight()).build();
  }

  private static JsonDocument write(Part part) {
    return measure(part.measure())
        .put("worst", part.worst())
        .put("best", part.best())
        .put("weight", part.weight())
        .build();
  }

  private static JsonDocument.Builder measure(Measure measure) {
    return JsonDocument.builder().put("measure", measure.name()).put("unit", measure.unit());
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
    Indicator indicator = new Indicator(
        json.text("name"), json.text("chineseName"), json.text("unit"), readFormula(json));
    return new GridAxis(indicator, Arrays.stream(json.numbers("cuts")).boxed().toList());
  }

  private static Formula readFormula(JsonDocument json) {
    return json.has("index")
        ? new Formula.Index(
            json.objects("index").stream().map(GridCodec::readPart).toList(),
            Values.count(json, "needed"))
        : new Formula.Sum(json.objects("sum").stream().map(GridCodec::readTerm).toList());
  }

  private static Term readTerm(JsonDocument json) {
    return new Term(readMeasure(json), json.number("weight"));
  }

  private static Part readPart(JsonDocument json) {
    return new Part(
        readMeasure(json), json.number("worst"), json.number("best"), json.number("weight"));
  }

  private static Measure readMeasure(JsonDocument json) {
    return Measure.of(json.text("measure"), json.text("unit"));
  }
}
