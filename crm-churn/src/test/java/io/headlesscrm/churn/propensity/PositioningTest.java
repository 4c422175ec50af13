package io.headlesscrm.churn.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositioningTest {

  /** Probabilities .1, .2, .3 and .4 of the first four customers. */
  private static PropensityScores scores() {
    CustomerBase base = Bases.simulated(50, 1).only(row -> row < 4);
    return new PropensityScores(
        base,
        "tea",
        Horizon.ofDays(30),
        Provenance.of("test", Map.of(), base.window(), 4),
        0.25,
        row -> 0.1 * (row + 1),
        row -> List.of());
  }

  /**
   * Of the six pairs the mean has the variance (.05 / 3) (1 - 2 / 4) / 2; the upper pair is .1 off, z = 1.549. Twice that
   * tail is .1213 in tables of the normal distribution; corrected for two comparisons .2427.
   */
  @Test
  void of_twoOfFour_byHand() {
    PropensityScores scores = scores();
    List<ItemPosition> positions = Positioning.of(
        List.of(scores),
        customer -> scores.base().findRow(customer).orElseThrow() < 2 ? "low" : "high");

    assertThat(positions).extracting(ItemPosition::segment).containsExactly("high", "low");
    ItemPosition high = positions.get(0);
    assertThat(high.customers()).isEqualTo(2);
    assertThat(high.expectedBuyers()).isCloseTo(0.7, within(1e-15));
    assertThat(high.meanPropensity()).isCloseTo(0.35, within(1e-15));
    assertThat(high.meanOfAll()).isCloseTo(0.25, within(1e-15));
    assertThat(high.lift()).isCloseTo(1.4, within(1e-14));
    assertThat(high.pValue()).isCloseTo(0.2427, within(5e-4));
    assertThat(high.isFor(0.05)).isFalse();
    assertThat(high.reason().text(Locale.ENGLISH))
        .startsWith(
            "high: 2 customers, 35.0% likely to buy tea where all are 25.0% likely, 1.4 times");
    assertThat(high.reason().text(Locale.CHINESE)).startsWith("high：2 位客户购买 tea");
  }

  @Test
  void of_oneSegment_isTheWhole() {
    List<ItemPosition> positions = Positioning.of(List.of(scores()), customer -> "all");

    assertThat(positions).singleElement().satisfies(one -> {
      assertThat(one.lift()).isEqualTo(1);
      assertThat(one.pValue()).isEqualTo(1);
    });
    assertThat(Positioning.of(List.of(), customer -> "all")).isEmpty();
  }
}
