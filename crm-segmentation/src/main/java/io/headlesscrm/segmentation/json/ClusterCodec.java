package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.cluster.CandidateCount;
import io.headlesscrm.segmentation.cluster.ClusterModel;
import io.headlesscrm.segmentation.cluster.Standardisation;
import java.util.Arrays;
import java.util.List;

/** Clusters, version 1. Centres are in standard deviations. */
final class ClusterCodec implements ModelCodec<ClusterModel> {

  @Override
  public String kind() {
    return ClusterModel.KIND;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<ClusterModel> type() {
    return ClusterModel.class;
  }

  @Override
  public void write(ClusterModel model, JsonDocument.Builder json) {
    json.put("currency", model.currency().getCurrencyCode())
        .put(
            "indicators",
            model.indicators().stream()
                .map(indicator -> IndicatorCodec.write(indicator).build())
                .toList())
        .put("means", array(model.scale().means()))
        .put("deviations", array(model.scale().deviations()))
        .put(
            "centres",
            Arrays.stream(model.centres())
                .map(centre -> JsonDocument.builder().put("scores", centre).build())
                .toList())
        .put("sizes", model.sizes())
        .put("candidates", model.candidates().stream().map(ClusterCodec::write).toList())
        .put("notices", model.notices().stream().map(EvidenceJson::toJson).toList())
        .put("provenance", EvidenceJson.toJson(model.provenance()));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static JsonDocument write(CandidateCount candidate) {
    return JsonDocument.builder()
        .put("clusters", candidate.clusters())
        .put("silhouette", candidate.silhouette())
        .put("gap", candidate.gap())
        .put("gapError", candidate.gapError())
        .build();
  }

  @Override
  public ClusterModel read(JsonDocument json, int version) {
    return ClusterModel.of(
        Values.currency(json, "currency"),
        json.objects("indicators").stream().map(IndicatorCodec::read).toList(),
        new Standardisation(list(json, "means"), list(json, "deviations")),
        json.objects("centres").stream()
            .map(centre -> centre.numbers("scores"))
            .toArray(double[][]::new),
        json.wholes("sizes"),
        json.objects("candidates").stream().map(ClusterCodec::readCandidate).toList(),
        json.objects("notices").stream().map(EvidenceJson::toReason).toList(),
        EvidenceJson.toProvenance(json.object("provenance")));
  }

  private static List<Double> list(JsonDocument json, String name) {
    return Arrays.stream(json.numbers(name)).boxed().toList();
  }

  private static CandidateCount readCandidate(JsonDocument json) {
    return new CandidateCount(
        Values.count(json, "clusters"),
        json.number("silhouette"),
        json.number("gap"),
        json.number("gapError"));
  }
}
