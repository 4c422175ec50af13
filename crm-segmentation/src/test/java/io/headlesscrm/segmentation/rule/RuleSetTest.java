package io.headlesscrm.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.json.JsonFormatException;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.json.RuleSetJson;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleSetTest {

  private static final Measure MARGIN = Measure.of("margin", "EUR");
  private static final Segment KEY = Segment.of("Key", "重点", 3);
  private static final Segment PLAIN = Segment.of("Plain", "普通", 2);
  private static final Segment SLEEPING = Segment.of("Sleeping", "休眠", 1);

  private static RuleSet.Builder rules() {
    return RuleSet.builder("branch")
        .rule(KEY, Condition.atLeast(MARGIN, 100), Condition.below(Measure.RECENCY_DAYS, 90))
        .rule(SLEEPING, Condition.above(Measure.RECENCY_DAYS, 365))
        .otherwise(PLAIN)
        .monotoneIn(MARGIN, true)
        .monotoneIn(Measure.RECENCY_DAYS, false);
  }

  private static CustomerBase base(int[] days, double[] margins) {
    return Bases.of(IntStream.range(0, days.length)
            .mapToObj(i -> Bases.customer(Character.toString('a' + i), days[i], 1, 500))
            .toList())
        .with(MARGIN, margins);
  }

  @Test
  void segment_boundsIncludedOrNot_exactly() {
    CustomerBase base = base(
        new int[] {89, 90, 89, 365, 366, 10, 400},
        new double[] {100, 100, 99.99, 500, 500, Double.NaN, Double.NaN});

    assertThat(codes(rules().build().segment(base)))
        .containsExactly("Key", "Plain", "Plain", "Plain", "Sleeping", "Unassessed", "Sleeping");
  }

  @Test
  void explain_neighbours_bothMeasures() {
    Segmentation segments = rules().build().segment(base(new int[] {80}, new double[] {60}));

    assertThat(segments.explain(0).text(Locale.ENGLISH))
        .isEqualTo(
            "a: Plain\n- margin: 60 EUR (below 100 EUR)\n- recency: 80 days (below 90 days)\n"
                + "- 40 EUR more margin, all else equal, would make it Key\n"
                + "- 286 days more recency, all else equal, would make it Sleeping");
  }

  @Test
  void verify_soundSet_everythingHolds() {
    RuleSetVerification verification = rules().build().verify();

    // margin in 2 ranges, recency in 3: below 90, up to 365, above
    assertThat(verification.cells()).isEqualTo(6);
    assertThat(verification.matchedByOne()).isEqualTo(3);
    assertThat(verification.matchedByNone()).isEqualTo(3);
    assertThat(verification.isDisjoint()).isTrue();
    assertThat(verification.isReachable()).isTrue();
    assertThat(verification.isMonotone()).isTrue();
  }

  @Test
  void verify_overlapShadowAndDescent_counterexamples() {
    RuleSetVerification verification = RuleSet.builder("bad")
        .rule(SLEEPING, Condition.atLeast(MARGIN, 50))
        .rule(KEY, Condition.atLeast(MARGIN, 100))
        .rule(PLAIN, Condition.below(MARGIN, 50))
        .monotoneIn(MARGIN, true)
        .build()
        .verify();

    assertThat(verification.isExhaustive()).isTrue();
    assertThat(verification.isDisjoint()).isFalse();
    assertThat(verification.unreachable()).containsExactly(KEY);
    assertThat(verification.isMonotone()).isFalse();
    assertThat(verification.counterexamples())
        .extracting(Object::toString)
        .containsExactly(
            "2 rules match customers with margin (EUR) >= 100.0, Sleeping wins",
            "a better value makes a lower segment: margin (EUR) < 50.0 -> margin (EUR) >= 50.0 and"
                + " margin (EUR) < 100.0 changes Plain to Sleeping");
  }

  /** Whatever the verifier says is found again by trying values at random. */
  @Test
  void verify_randomSets_agreesWithTrying() {
    Random random = new Random(12);
    for (int i = 0; i < 100; i++) {
      RuleSet.Builder builder = RuleSet.builder("random").otherwise(PLAIN);
      for (int rule = 0; rule < 3; rule++) {
        Comparison comparison = Comparison.values()[random.nextInt(4)];
        builder.rule(
            rule == 0 ? KEY : SLEEPING,
            new Condition(MARGIN, comparison, random.nextInt(4)),
            Condition.atMost(Measure.RECENCY_DAYS, 1 + random.nextInt(4)));
      }
      RuleSet rules = builder.build();
      RuleSetVerification verification = rules.verify();
      boolean gap = false;
      boolean overlap = false;
      for (int days = 1; days <= 6; days++) {
        for (double margin = -0.5; margin <= 4; margin += 0.5) {
          int matches = 0;
          for (SegmentRule rule : rules.rules()) {
            matches += holds(rule, margin, days) ? 1 : 0;
          }
          gap |= matches == 0;
          overlap |= matches > 1;
          assertThat(codes(rules.segment(base(new int[] {days}, new double[] {margin}))))
              .containsExactly(first(rules, margin, days));
        }
      }
      assertThat(verification.isExhaustive()).isEqualTo(!gap);
      assertThat(verification.isDisjoint()).isEqualTo(!overlap);
    }
  }

  private static String first(RuleSet rules, double margin, int days) {
    return rules.rules().stream()
        .filter(rule -> holds(rule, margin, days))
        .findFirst()
        .map(SegmentRule::segment)
        .orElse(PLAIN)
        .code();
  }

  private static boolean holds(SegmentRule rule, double margin, double days) {
    return rule.conditions().stream().allMatch(condition -> {
      double value = condition.measure().equals(MARGIN) ? margin : days;
      return switch (condition.comparison()) {
        case AT_LEAST -> value >= condition.bound();
        case ABOVE -> value > condition.bound();
        case AT_MOST -> value <= condition.bound();
        case BELOW -> value < condition.bound();
      };
    });
  }

  @Test
  void build_somebodyWithoutASegmentOrNoCondition_refusedWithTheCounterexample() {
    assertThatThrownBy(() ->
            RuleSet.builder("gap").rule(KEY, Condition.atLeast(MARGIN, 100)).build())
        .hasMessageContaining("no rule matches customers with margin (EUR) < 100.0")
        .hasMessageContaining("otherwise");
    assertThatThrownBy(() -> RuleSet.builder("none").otherwise(PLAIN).build())
        .hasMessageContaining("no rule has a condition");
    assertThatThrownBy(() -> Condition.atLeast(MARGIN, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> rules().monotoneIn(Measure.FREQUENCY, true).build())
        .hasMessageContaining("measure is frequency");
  }

  @Test
  void fit_overlapsAndShadows_noticed() {
    RuleSet rules = RuleSet.builder("bad")
        .rule(SLEEPING, Condition.atLeast(MARGIN, 50))
        .rule(KEY, Condition.atLeast(MARGIN, 100))
        .otherwise(PLAIN)
        .build();

    assertThat(rules.fit(base(new int[] {1}, new double[] {70})).notices())
        .extracting(Object::toString)
        .contains(
            "in 1 of 3 combinations of ranges more than one rule matches and the first one wins",
            "nobody can be Key: earlier rules have them all");
  }

  @Test
  void json_ruleSet_equalToTheWrittenAndDamageIsNamed() {
    RuleSet rules = rules().build();
    String json = RuleSetJson.toJson(rules).toString();

    assertThat(RuleSetJson.toRuleSet(JsonDocument.parse(json))).isEqualTo(rules);
    assertThatThrownBy(() -> read(json.replace("\">=\"", "\"=>\"")))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("must be one of >=");
    assertThatThrownBy(
            () -> read(json.replace("\"otherwise\" : \"Plain\"", "\"otherwise\" : \"Odd\"")))
        .hasMessageContaining("\"Odd\"");
    assertThatThrownBy(() -> read(json.replace("\"otherwise\"", "\"rest\"")))
        .hasMessageContaining("everybody must have a segment");
  }

  private static RuleSet read(String json) {
    return RuleSetJson.toRuleSet(JsonDocument.parse(json));
  }

  private static List<String> codes(Segmentation segments) {
    return IntStream.range(0, segments.size())
        .mapToObj(row -> segments.segment(row).code())
        .toList();
  }
}
