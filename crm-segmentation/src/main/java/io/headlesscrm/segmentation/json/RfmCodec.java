package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.rfm.Axis;
import io.headlesscrm.segmentation.rfm.AxisBins;
import io.headlesscrm.segmentation.rfm.RfmModel;
import io.headlesscrm.segmentation.rfm.Threshold;
import io.headlesscrm.segmentation.rfm.Tie;
import java.util.Arrays;
import java.util.List;

/** RFM, version 1. Thresholds are days, purchases and minor units. */
final class RfmCodec implements ModelCodec<RfmModel> {

  @Override
  public String kind() {
    return RfmModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<RfmModel> type() {
    return RfmModel.class;
  }

  @Override
  public void write(RfmModel model, JsonDocument.Builder json) {
    json.put("currency", model.currency().getCurrencyCode());
    for (Axis axis : Axis.values()) {
      json.put(axis.toString(), write(model.bins(axis)));
    }
    json.put("rules", RulesCodec.write(model.rules()))
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  static JsonDocument write(AxisBins bins) {
    return JsonDocument.builder()
        .put("binning", bins.binning())
        .put("thresholds", bins.thresholds().stream().map(RfmCodec::write).toList())
        .put("sizes", bins.sizes().stream().mapToInt(Integer::intValue).toArray())
        .put("ties", bins.ties().stream().map(RfmCodec::write).toList())
        .build();
  }

  private static JsonDocument write(Threshold threshold) {
    CustomerId from = threshold.from();
    return JsonDocument.builder()
        .put("value", threshold.value())
        .put("from", from == null ? null : from.value())
        .build();
  }

  private static JsonDocument write(Tie tie) {
    return JsonDocument.builder()
        .put("value", tie.value())
        .put("customers", tie.customers())
        .put("lowScore", tie.lowScore())
        .put("highScore", tie.highScore())
        .build();
  }

  @Override
  public RfmModel read(JsonDocument json, int version) {
    return RfmModel.of(
        Values.currency(json, "currency"),
        readBins(Axis.RECENCY, json),
        readBins(Axis.FREQUENCY, json),
        readBins(Axis.MONETARY, json),
        RulesCodec.read(json.object("rules")),
        EvidenceJson.toProvenance(json.object("provenance")));
  }

  private static AxisBins readBins(Axis axis, JsonDocument model) {
    return read(axis, model.object(axis.toString()));
  }

  static AxisBins read(Axis axis, JsonDocument json) {
    List<Threshold> thresholds =
        json.objects("thresholds").stream().map(RfmCodec::readThreshold).toList();
    List<Tie> ties = json.objects("ties").stream().map(RfmCodec::readTie).toList();
    return new AxisBins(
        axis,
        json.text("binning"),
        thresholds,
        Arrays.stream(json.wholes("sizes")).boxed().toList(),
        ties);
  }

  private static Threshold readThreshold(JsonDocument json) {
    return new Threshold(
        json.whole("value"), json.findText("from").map(CustomerId::of).orElse(null));
  }

  private static Tie readTie(JsonDocument json) {
    return new Tie(
        json.whole("value"),
        Values.count(json, "customers"),
        Values.count(json, "lowScore"),
        Values.count(json, "highScore"));
  }
}
