package io.headlesscrm.core.sales.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.id.CustomerId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpliftTest {

  private static final List<CustomerId> TARGETS =
      IntStream.range(0, 20_000).mapToObj(i -> CustomerId.of("C" + i)).toList();

  /** The intervals of method 10 in table II of Newcombe's paper. */
  @ParameterizedTest
  @CsvSource({
    "70, 56, 80, 48, 0.0524, 0.3339",
    "10, 9, 10, 3, 0.1705, 0.8090",
    "7, 6, 7, 2, 0.0582, 0.8062",
    "56, 5, 29, 0, -0.0381, 0.1926"
  })
  void interval_published_asInThePaper(
      int addressed, int responses, int control, int anyway, double low, double high) {
    Uplift uplift = new Uplift(addressed, responses, control, anyway);
    assertThat(uplift.low()).isCloseTo(low, within(5e-5));
    assertThat(uplift.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void of_halfOfTheAddressedAndATenthOfTheRest_countsBothSides() {
    ControlGroup control = new ControlGroup("win-back", 0.25);
    List<CustomerId> addressed =
        TARGETS.stream().filter(target -> !control.contains(target)).toList();
    List<CustomerId> alone = TARGETS.stream().filter(control::contains).toList();
    Set<CustomerId> responded = Set.copyOf(addressed.subList(0, addressed.size() / 2));

    Uplift uplift = Uplift.of(
        TARGETS,
        control,
        target -> responded.contains(target)
            || alone.indexOf(target) >= 0 && alone.indexOf(target) < alone.size() / 10);

    assertThat(uplift)
        .isEqualTo(
            new Uplift(addressed.size(), addressed.size() / 2, alone.size(), alone.size() / 10));
    assertThat(uplift.difference()).isCloseTo(0.4, within(1e-3));
    assertThat(uplift.additionalResponses()).isCloseTo(0.4 * addressed.size(), within(5.0));
    assertThat(uplift.low()).isBetween(0.38, 0.4);
    assertThat(uplift.pValue()).isLessThan(1e-12);
  }

  /** Fisher's tea: three of four against one of four is 17 in 70. */
  @Test
  void pValue_threeOfFourAgainstOneOfFour_theFigureOfTheBook() {
    assertThat(new Uplift(4, 3, 4, 1).pValue()).isCloseTo(17 / 70.0, within(1e-15));
    assertThat(new Uplift(4, 0, 4, 0).pValue()).isEqualTo(1);
  }

  @Test
  void anyFigure_emptySide_isNotANumber() {
    Uplift uplift = new Uplift(5, 2, 0, 0);
    assertThat(uplift.addressedRate()).isEqualTo(0.4);
    assertThat(uplift.controlRate()).isNaN();
    assertThat(uplift.difference()).isNaN();
    assertThat(uplift.low()).isNaN();
    assertThat(uplift.high()).isNaN();
    assertThat(uplift.additionalResponses()).isNaN();
    assertThat(uplift.pValue()).isEqualTo(1);
  }

  @Test
  void new_moreResponsesThanCustomers_isRefused() {
    assertThatThrownBy(() -> new Uplift(4, 5, 1, 0))
        .hasMessage("addressed responses are 5 of 4, they must be from 0 to all. Maybe the two were"
            + " swapped?");
    assertThatThrownBy(() -> new Uplift(4, 2, 1, -1)).hasMessageContaining("control");
  }

  @Test
  void contains_anyShare_aboutSoManyAndNested() {
    List<CustomerId> tenth = members(new ControlGroup("spring", 0.1));
    assertThat(tenth).hasSizeBetween(1_850, 2_150);
    assertThat(members(new ControlGroup("spring", 0.3)))
        .containsAll(tenth)
        .hasSizeBetween(5_750, 6_250);
    assertThat(members(new ControlGroup("spring", 0))).isEmpty();
    assertThat(members(new ControlGroup("spring", 1))).isEqualTo(TARGETS);
  }

  /** About a tenth of a tenth. */
  @Test
  void contains_anotherCampaign_leavesOthersAlone() {
    List<CustomerId> both = members(new ControlGroup("spring", 0.1));
    int spring = both.size();
    List<CustomerId> autumn = members(new ControlGroup("autumn", 0.1));
    assertThat(autumn.stream().filter(Set.copyOf(both)::contains).count())
        .isBetween(spring / 20L, spring / 6L);
  }

  @Test
  void new_shareAboveOneOrBlankName_isRefused() {
    assertThatThrownBy(() -> new ControlGroup("spring", 1.1))
        .hasMessage("share is 1.1, it must be in [0, 1]. Maybe 0.1 is what you want?");
    assertThatThrownBy(() -> new ControlGroup(" ", 0.1)).hasMessageContaining("blank");
  }

  private static List<CustomerId> members(ControlGroup group) {
    return TARGETS.stream().filter(group::contains).toList();
  }
}
