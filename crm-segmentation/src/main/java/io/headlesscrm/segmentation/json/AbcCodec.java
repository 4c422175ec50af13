package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.AbcFit;
import io.headlesscrm.segmentation.abc.AbcModel;
import io.headlesscrm.segmentation.abc.Boundary;
import io.headlesscrm.segmentation.abc.ClassLimit;
import io.headlesscrm.segmentation.abc.NegativeValues;
import io.headlesscrm.segmentation.abc.ShareOf;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** ABC, version 1. Values are exact decimals in major units; percentages are texts, so that no digit is lost. */
final class AbcCodec implements ModelCodec<AbcModel> {

  @Override
  public String kind() {
    return AbcModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<AbcModel> type() {
    return AbcModel.class;
  }

  @Override
  public void write(AbcModel model, JsonDocument.Builder json) {
    json.put("strategy", write(model.strategy()))
        .put("currency", model.currency().getCurrencyCode())
        .put("limits", model.limits().stream().map(AbcCodec::write).toList())
        .put("fit", write(model.fit()))
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  private static JsonDocument write(Abc strategy) {
    return JsonDocument.builder()
        .put("measure", strategy.measure().name())
        .put("unit", strategy.measure().unit())
        .put("boundary", strategy.boundary().toString())
        .put("shareOf", strategy.shareOf().toString())
        .putTexts(
            "percent", strategy.limits().stream().map(BigDecimal::toPlainString).toList())
        .put("negatives", strategy.negatives().toString())
        .build();
  }

  private static JsonDocument write(ClassLimit limit) {
    BigDecimal value = limit.value();
    CustomerId last = limit.last();
    return JsonDocument.builder()
        .put("value", value == null ? null : value.toString())
        .put("last", last == null ? null : last.value())
        .build();
  }

  private static JsonDocument write(AbcFit fit) {
    return JsonDocument.builder()
        .put("sizes", fit.sizes().stream().mapToInt(Integer::intValue).toArray())
        .put("negative", fit.negative())
        .put("missing", fit.missing())
        .put("elsewhere", fit.elsewhere())
        .put("hasValue", fit.hasValue())
        .build();
  }

  @Override
  public AbcModel read(JsonDocument json, int version) {
    return AbcModel.of(
        readStrategy(json.object("strategy")),
        Values.currency(json, "currency"),
        json.objects("limits").stream().map(AbcCodec::readLimit).toList(),
        readFit(json.object("fit")),
        EvidenceJson.toProvenance(json.object("provenance")));
  }

  private static Abc readStrategy(JsonDocument json) {
    List<BigDecimal> percent = json.texts("percent").stream()
        .map(text -> Values.decimal(json, "percent", text))
        .toList();
    return Abc.builder()
        .measure(Measure.of(json.text("measure"), json.text("unit")))
        .boundary(Boundary.parse(json.text("boundary")))
        .shareOf(ShareOf.parse(json.text("shareOf")))
        .limits(percent)
        .negatives(NegativeValues.parse(json.text("negatives")))
        .build();
  }

  private static ClassLimit readLimit(JsonDocument json) {
    return new ClassLimit(
        json.findText("value").map(text -> Values.decimal(json, "value", text)).orElse(null),
        json.findText("last").map(CustomerId::of).orElse(null));
  }

  private static AbcFit readFit(JsonDocument json) {
    return new AbcFit(
        Arrays.stream(json.wholes("sizes")).boxed().toList(),
        Values.count(json, "negative"),
        Values.count(json, "missing"),
        Values.count(json, "elsewhere"),
        json.truth("hasValue"));
  }
}
