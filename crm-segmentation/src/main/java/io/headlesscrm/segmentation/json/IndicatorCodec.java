package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.grid.Formula;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import io.headlesscrm.segmentation.grid.Term;

/** An indicator within a model. */
final class IndicatorCodec {

  private IndicatorCodec() {}

  static JsonDocument.Builder write(Indicator indicator) {
    JsonDocument.Builder json = JsonDocument.builder()
        .put("name", indicator.name())
        .put("chineseName", indicator.chineseName())
        .put("unit", indicator.unit());
    if (indicator.formula() instanceof Formula.Index index) {
      return json.put("needed", index.needed())
          .put("index", index.parts().stream().map(IndicatorCodec::write).toList());
    }
    Formula.Sum sum = (Formula.Sum) indicator.formula();
    return json.put("sum", sum.terms().stream().map(IndicatorCodec::write).toList());
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

  static Indicator read(JsonDocument json) {
    return new Indicator(
        json.text("name"), json.text("chineseName"), json.text("unit"), readFormula(json));
  }

  private static Formula readFormula(JsonDocument json) {
    return json.has("index")
        ? new Formula.Index(
            json.objects("index").stream().map(IndicatorCodec::readPart).toList(),
            Values.count(json, "needed"))
        : new Formula.Sum(
            json.objects("sum").stream().map(IndicatorCodec::readTerm).toList());
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
