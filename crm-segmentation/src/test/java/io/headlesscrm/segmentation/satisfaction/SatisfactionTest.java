package io.headlesscrm.segmentation.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SatisfactionTest {

  private static final CustomerBase BASE = Bases.amounts(1, 1, 1, 1, 1, 1, 1, 1, 1)
      .with(SatisfactionKitTest.SATISFACTION, new double[] {5, 5, 5, 4, 1, 4, 1, 1, 2})
      .with(
          SatisfactionKitTest.LOYALTY, new double[] {0.8, 0.5, 0.49, 0.9, 0.5, 0.1, 0.2, 0.19, 0});

  private static SatisfactionLoyalty strategy(double competition) {
    return SatisfactionLoyalty.of(
        Indicator.of(SatisfactionKitTest.SATISFACTION, "satisfaction", "满意度"),
        Indicator.of(SatisfactionKitTest.LOYALTY, "loyalty", "忠诚度"),
        Competition.of(competition));
  }

  @Test
  void segment_fourCornersAndTwoExtremes_typesOfJonesAndSasser() {
    Segmentation types = strategy(0.2).segment(BASE);

    assertThat(
            IntStream.range(0, types.size()).mapToObj(row -> types.segment(row).code()))
        .containsExactly(
            "apostle",
            "loyalist",
            "mercenary",
            "hostage",
            "hostage",
            "defector",
            "defector",
            "terrorist",
            "defector");
  }

  @Test
  void hostages_highCompetition_onTheListOfThoseWhoLeave() {
    SatisfactionLoyalty captive = strategy(0.2);
    SatisfactionLoyalty free = strategy(0.9);

    assertThat(captive.hostagesWhoWillLeave(captive.segment(BASE))).isEmpty();
    // nothing explains the loyalty of "e", 0.5; that of "d", 0.9, is explained up to 0.75^3.03 =
    // 0.42
    assertThat(free.hostagesWhoWillLeave(free.segment(BASE)))
        .containsExactly(CustomerId.of("e"), CustomerId.of("d"));
    assertThat(captive.segment(BASE).explain(3).toString())
        .contains("falsely loyal: mend the service while they have no choice");
    assertThat(free.segment(BASE).explain(3).text(Locale.CHINESE)).contains("列入流失名单");
  }

  /** High competition: from 5 to 4 costs more than from 4 to 3, and more than without a choice. */
  @Test
  void expectedLoyalty_byCompetition_steepNearTheTopOrFlat() {
    Competition free = Competition.of(1);
    Competition captive = Competition.of(0);

    assertThat(drop(free, 5)).isGreaterThan(drop(free, 4)).isGreaterThan(drop(captive, 5));
    assertThat(drop(captive, 5)).isLessThan(drop(captive, 2));
    for (double intensity = 0; intensity <= 1; intensity += 0.1) {
      Competition competition = Competition.of(intensity);
      assertThat(competition.expectedLoyalty(1)).isZero();
      assertThat(competition.expectedLoyalty(5)).isEqualTo(1);
      for (int box = 5; box > 1; box--) {
        assertThat(drop(competition, box)).isPositive();
      }
    }
    assertThatThrownBy(() -> Competition.of(8)).hasMessageContaining("Maybe 0.8");
  }

  private static double drop(Competition competition, int box) {
    return competition.expectedLoyalty(box) - competition.expectedLoyalty(box - 1.0);
  }
}
