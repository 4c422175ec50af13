package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.segmentation.Segment;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmRulesTest {

  private static final Segment GOOD = Segment.of("Good", "好", 2);
  private static final Segment BAD = Segment.of("Bad", "差", 1);

  @Test
  void verify_rulesOfTheRPackage_57MatchOne58Several10None() {
    RuleVerification found = RfmRules.rPackage().verify();

    assertThat(found.cells()).isEqualTo(125);
    assertThat(found.matchedByOne()).isEqualTo(57);
    assertThat(found.matchedBySeveral()).isEqualTo(58);
    assertThat(found.matchedByNone()).isEqualTo(10);
    assertThat(found.isExhaustive()).isFalse();
    assertThat(found.isDisjoint()).isFalse();
    assertThat(found.isMonotone()).isFalse();
    assertThat(found.toString()).startsWith("125 cells: 57 match one rule, 58 several, 10 none");
  }

  @Test
  void segment_rulesOfTheRPackage_only555IsChampion() {
    RfmRules rules = RfmRules.rPackage();

    assertThat(rules.segment(new RfmScore(5, 5, 5)).code()).isEqualTo("Champions");
    assertThat(rules.segment(new RfmScore(5, 5, 4)).code()).isEqualTo("Potential Loyalist");
    assertThat(rules.cells().stream().filter(cell -> rules.segment(cell).rank() == 11))
        .hasSize(1);
  }

  @Test
  void verify_standardMap_everyClaimHolds() {
    RuleVerification found = RfmRules.standard().verify();

    assertThat(found.isExhaustive()).isTrue();
    assertThat(found.isDisjoint()).isTrue();
    assertThat(found.isReachable()).isTrue();
    assertThat(found.isMonotone()).isTrue();
    assertThat(found.matchedByOne()).isEqualTo(125);
    assertThat(found.counterexamples()).isEmpty();
  }

  /** The map as it is printed in general use: recency digits, frequency digits, segment. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "12, 12, Hibernating",
        "12, 34, At Risk",
        "12, 5, Can't Lose Them",
        "3, 12, About To Sleep",
        "3, 3, Need Attention",
        "34, 45, Loyal Customers",
        "4, 1, Promising",
        "5, 1, New Customers",
        "45, 23, Potential Loyalists",
        "5, 45, Champions"
      })
  void segment_standardMap_asPublished(String rs, String fs, String segment) {
    for (int r : rs.chars().toArray()) {
      for (int f : fs.chars().toArray()) {
        for (int m = 1; m <= 5; m++) {
          assertThat(
                  RfmRules.standard().segment(new RfmScore(r - '0', f - '0', m)).name())
              .isEqualTo(segment);
        }
      }
    }
  }

  @Test
  void verify_betterScoreMakesWorseSegment_counterexampleInWords() {
    RfmRules rules = RfmRules.builder("upside down")
        .levels(2)
        .rule(GOOD, "1", "1-2", "1-2")
        .rule(BAD, "2", "1-2", "1-2")
        .build();

    RuleVerification found = rules.verify();

    assertThat(found.isMonotone()).isFalse();
    assertThat(found.counterexamples()).hasSize(4);
    assertThat(found.counterexamples().get(0).toString())
        .isEqualTo("scores 111 make Good, the better scores 211 only Bad");
    assertThat(found.counterexamples().get(0).toReason().text(Locale.CHINESE))
        .isEqualTo("分数组合 111 为好，而更好的 211 却只是差");
  }

  @Test
  void verify_shadowedRule_segmentUnreachable() {
    RfmRules rules = RfmRules.builder("shadow")
        .rule(GOOD, "1-5", "1-5", "1-5")
        .rule(BAD, "1", "1", "1")
        .build();

    RuleVerification found = rules.verify();

    assertThat(found.isReachable()).isFalse();
    assertThat(found.unreachable()).containsExactly(BAD);
    assertThat(found.counterexamples())
        .extracting(Counterexample::toString)
        .containsExactly("scores 111 match 2 rules, of which Good wins");
  }

  @Test
  void verify_segmentForTheRest_gapsAreListed() {
    RfmRules rules = RfmRules.builder("rest")
        .levels(2)
        .rule(GOOD, "2", "1-2", "1-2")
        .otherwise(BAD)
        .build();

    assertThat(rules.verify().matchedByNone()).isEqualTo(4);
    assertThat(rules.verify().isMonotone()).isTrue();
    assertThat(rules.verify().counterexamples().get(0).toString())
        .isEqualTo("scores 111 match no rule and go to Bad");
  }

  @Test
  void build_gapWithoutRest_refused() {
    RfmRules.Builder gap = RfmRules.builder("gap").rule(GOOD, "2-5", "1-5", "1-5");

    assertThatThrownBy(gap::build)
        .hasMessageContaining("scores 111 match no rule")
        .hasMessageContaining("otherwise");
  }

  @Test
  void build_levelsOrCodesThatDoNotFit_refused() {
    assertThatThrownBy(
            () -> RfmRules.builder("x").rule(GOOD, "1-6", "1-5", "1-5").build())
        .hasMessageContaining("R 1-6")
        .hasMessageContaining("at most 5");
    assertThatThrownBy(() -> RfmRules.builder("x")
            .rule(GOOD, "1-5", "1-5", "1-5")
            .otherwise(Segment.of("Good", "好", 1))
            .build())
        .hasMessageContaining("no code may stand for two");
    assertThatThrownBy(() -> RfmRules.builder("x").levels(11)).hasMessageContaining("2 to 10");
    assertThatThrownBy(() -> RfmRules.builder("x").build()).hasMessageContaining("no rule");
  }

  @ParameterizedTest
  @CsvSource({
    "2,  1 5",
    "3,  1 3 5",
    "4,  1 2 4 5",
    "5,  1 2 3 4 5",
    "7,  1 2 2 3 4 4 5",
    "10, 1 1 2 2 3 3 4 4 5 5"
  })
  void levelsOf_anyNumberOfBins_spreadEvenly(int bins, String levels) {
    byte[] levelOf = RfmRules.standard().levelsOf(bins);
    StringBuilder text = new StringBuilder();
    for (int score = 1; score <= bins; score++) {
      text.append(score == 1 ? "" : " ").append(levelOf[score]);
    }

    // 4 bins: 1 + 4/3 = 2.33, 1 + 8/3 = 3.67; 7 bins: halves do not occur, 1.67, 2.33, 3, 3.67,
    // 4.33
    assertThat(text.toString()).isEqualTo(levels);
  }

  @Test
  void parse_range_bothFormsAndErrors() {
    assertThat(ScoreRange.parse("2-4")).isEqualTo(new ScoreRange(2, 4)).hasToString("2-4");
    assertThat(ScoreRange.parse("5")).isEqualTo(new ScoreRange(5, 5)).hasToString("5");
    assertThatThrownBy(() -> ScoreRange.parse("4-2")).hasMessageContaining("4-2");
    assertThatThrownBy(() -> ScoreRange.parse("high")).hasMessageContaining("\"high\"");
  }

  @Test
  void score_digitsOrDashes_readable() {
    assertThat(new RfmScore(5, 4, 3)).hasToString("543");
    assertThat(new RfmScore(10, 9, 3)).hasToString("10-9-3");
    assertThatThrownBy(() -> new RfmScore(0, 1, 1)).hasMessageContaining("at least 1");
  }
}
