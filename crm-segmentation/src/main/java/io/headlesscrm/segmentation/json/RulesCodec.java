package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.rfm.RfmRule;
import io.headlesscrm.segmentation.rfm.RfmRules;
import java.util.Map;
import java.util.stream.Collectors;

/** A rule set within a model: the segments once, then the rules, which name them by code. */
final class RulesCodec {

  private RulesCodec() {}

  static JsonDocument write(RfmRules rules) {
    return JsonDocument.builder()
        .put("name", rules.name())
        .put("levels", rules.levels())
        .put("segments", rules.segments().stream().map(SegmentCodec::write).toList())
        .put("rules", rules.rules().stream().map(RulesCodec::write).toList())
        .put("otherwise", rules.findOtherwise().map(Segment::code).orElse(null))
        .build();
  }

  private static JsonDocument write(RfmRule rule) {
    return JsonDocument.builder()
        .put("segment", rule.segment().code())
        .put("r", rule.r().toString())
        .put("f", rule.f().toString())
        .put("m", rule.m().toString())
        .build();
  }

  static RfmRules read(JsonDocument json) {
    Map<String, Segment> segments = json.objects("segments").stream()
        .map(SegmentCodec::read)
        .collect(Collectors.toMap(Segment::code, segment -> segment, (first, second) -> second));
    RfmRules.Builder rules =
        RfmRules.builder(json.text("name")).levels(Values.count(json, "levels"));
    for (JsonDocument rule : json.objects("rules")) {
      rules.rule(
          segment(rule, "segment", segments), rule.text("r"), rule.text("f"), rule.text("m"));
    }
    if (json.has("otherwise")) {
      rules.otherwise(segment(json, "otherwise", segments));
    }
    return rules.build();
  }

  private static Segment segment(JsonDocument json, String name, Map<String, Segment> segments) {
    Segment segment = segments.get(json.text(name));
    if (segment == null) {
      throw json.problem(
          name,
          json.text(name),
          "must be the code of one of the segments",
          "Maybe one was renamed in one place only?");
    }
    return segment;
  }
}
