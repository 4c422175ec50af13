package io.headlesscrm.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.segmentation.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedRulesTest {

  private static final List<Segment> BANDS =
      List.of(Segment.of("High", "高", 3), Segment.of("Middle", "中", 2), Segment.of("Low", "低", 1));

  @Test
  void weighted_everyCell_bandOfTheWeightedScore() {
    RfmRules rules = RfmRules.weighted(5, 3, 2, 1, BANDS);

    // (3 (r-1) + 2 (f-1) + (m-1)) / 24, bands from 1/3 and 2/3
    assertThat(rules.segment(new RfmScore(1, 1, 1)).code()).isEqualTo("Low");
    assertThat(rules.segment(new RfmScore(3, 1, 2)).code()).isEqualTo("Low");
    assertThat(rules.segment(new RfmScore(3, 2, 1)).code()).isEqualTo("Middle");
    assertThat(rules.segment(new RfmScore(5, 3, 1)).code()).isEqualTo("High");
    assertThat(rules.segment(new RfmScore(5, 5, 5)).code()).isEqualTo("High");
  }

  @Test
  void weighted_anyWeights_soundAndMonotone() {
    for (int[] weights : new int[][] {{1, 1, 1}, {3, 2, 1}, {0, 0, 1}, {100, 10, 1}}) {
      RuleVerification verification =
          RfmRules.weighted(5, weights[0], weights[1], weights[2], BANDS).verify();

      assertThat(verification.isExhaustive()).isTrue();
      assertThat(verification.isDisjoint()).isTrue();
      assertThat(verification.isReachable()).isTrue();
      assertThat(verification.isMonotone()).isTrue();
    }
    assertThatThrownBy(() -> RfmRules.weighted(5, 0, 0, 0, BANDS))
        .hasMessageContaining("Maybe 1, 1, 1");
    assertThatThrownBy(() -> RfmRules.weighted(5, 1, 1, 1, List.of()))
        .hasMessageContaining("0 bands");
  }
}
