package io.headlesscrm.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerComparisonTest {

  private static final CustomerBase BASE = Bases.simulated(6, 1);
  private static final double[] PROBABILITIES = {0.1, 0.5, 0.5, 0.9, 0.3, 0.2};

  private final ChurnScores scores = ChurnScores.of(
      BASE,
      Horizon.ofDays(90),
      Provenance.of("test", Map.of(), BASE.window(), BASE.size()),
      row -> PROBABILITIES[row],
      row -> List.of());

  @Test
  void lowerShare_handMade_tiesCountHalf() {
    PeerComparison all = PeerComparison.ofAll(scores);

    assertThat(all.lowerShare(0)).isZero();
    assertThat(all.lowerShare(1)).isEqualTo(3.5 / 5);
    assertThat(all.lowerShare(3)).isEqualTo(1);
    assertThat(all.lowerShare(5)).isEqualTo(0.2);
  }

  /** Rows 0 to 2, rows 3 and 4, and row 5 alone. */
  @Test
  void lowerShare_groups_onlyTheOwnOneCounts() {
    PeerComparison groups = PeerComparison.of(scores, row -> "group " + row / 3 + row / 5);

    assertThat(groups.lowerShare(2)).isEqualTo(0.75);
    assertThat(groups.lowerShare(4)).isZero();
    assertThat(groups.lowerShare(5)).isNaN();
    assertThat(groups.reason(5)).hasToString("nobody to compare with");
  }

  @Test
  void reason_inWords_eitherLanguage() {
    assertThat(PeerComparison.ofAll(scores).reason(1))
        .hasToString("likelier to leave than 70.0% of the 5 other customers");
    assertThat(PeerComparison.ofAll(scores).reason(1).text(Locale.CHINESE))
        .isEqualTo("流失可能性高于其余 5 个客户中的 70.0%");
  }
}
