package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.json.JsonFormatException;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.rule.Comparison;
import io.headlesscrm.segmentation.rule.Condition;
import io.headlesscrm.segmentation.rule.RuleSet;
import io.headlesscrm.segmentation.rule.SegmentRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule sets as JSON and back: the segments once, then the rules, which name them by code. Version 1 will be readable by
 * every later version of this library.
 */
public final class RuleSetJson {

  private static final String KIND = "rule-set";

  private RuleSetJson() {}

  /**
   * A rule set as a document.
   *
   * @param rules what is written
   * @return the document
   */
  public static JsonDocument toJson(RuleSet rules) {
    List<Segment> segments = Stream.concat(
            rules.rules().stream().map(SegmentRule::segment), rules.findOtherwise().stream())
        .distinct()
        .toList();
    return JsonDocument.builder()
        .put("kind", KIND)
        .put("version", 1)
        .put("name", rules.name())
        .put("segments", segments.stream().map(SegmentCodec::write).toList())
        .put("rules", rules.rules().stream().map(RuleSetJson::write).toList())
        .put("otherwise", rules.findOtherwise().map(Segment::code).orElse(null))
        .put(
            "claims",
            rules.claims().stream()
                .map(claim -> measure(claim.measure())
                    .put("moreIsBetter", claim.moreIsBetter())
                    .build())
                .toList())
        .build();
  }

  private static JsonDocument write(SegmentRule rule) {
    return JsonDocument.builder()
        .put("segment", rule.segment().code())
        .put("conditions", rule.conditions().stream().map(RuleSetJson::write).toList())
        .build();
  }

  private static JsonDocument write(Condition condition) {
    return measure(condition.measure())
        .put("comparison", condition.comparison().toString())
        .put("bound", condition.bound())
        .build();
  }

  private static JsonDocument.Builder measure(Measure measure) {
    return JsonDocument.builder().put("measure", measure.name()).put("unit", measure.unit());
  }

  /**
   * A rule set from a document.
   *
   * @param json as {@link #toJson} writes it, or as somebody wrote it by hand
   * @return equal to the rule set that was written
   * @throws JsonFormatException when the document is damaged, foreign or from a later version, or somebody would be
   *     without a segment
   */
  public static RuleSet toRuleSet(JsonDocument json) {
    json.requireKind("kind", KIND, 1);
    Map<String, Segment> segments = json.objects("segments").stream()
        .map(SegmentCodec::read)
        .collect(Collectors.toMap(Segment::code, segment -> segment, (first, second) -> second));
    RuleSet.Builder rules = RuleSet.builder(json.text("name"));
    for (JsonDocument rule : json.objects("rules")) {
      rules.rule(new SegmentRule(
          segment(rule, "segment", segments),
          rule.objects("conditions").stream().map(RuleSetJson::readCondition).toList()));
    }
    if (json.has("otherwise")) {
      rules.otherwise(segment(json, "otherwise", segments));
    }
    if (json.has("claims")) {
      json.objects("claims")
          .forEach(claim -> rules.monotoneIn(readMeasure(claim), claim.truth("moreIsBetter")));
    }
    try {
      return rules.build();
    } catch (JsonFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw json.problem("kind", KIND, "must hold sound rules", String.valueOf(e.getMessage()));
    }
  }

  private static Condition readCondition(JsonDocument json) {
    return new Condition(
        readMeasure(json),
        json.parsed("comparison", "must be one of >=, >, <=, <", Comparison::parse),
        json.number("bound"));
  }

  private static Measure readMeasure(JsonDocument json) {
    return Measure.of(json.text("measure"), json.text("unit"));
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
