package io.headlesscrm.core.customer.development;

import static io.headlesscrm.core.customer.development.Changes.day;
import static io.headlesscrm.core.customer.stage.Stage.ACTUAL;
import static io.headlesscrm.core.customer.stage.Stage.DORMANT;
import static io.headlesscrm.core.customer.stage.Stage.POTENTIAL;
import static io.headlesscrm.core.customer.stage.Stage.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.development.ContactCoverage.Share;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContactCoverageTest {

  /** In days 10 to 20: a and b are potential, b buys meanwhile; c is a target; d an actual one; e comes; f comes later. */
  private static final StageStays STAYS = new Changes()
      .way("a", 0, POTENTIAL)
      .way("b", 0, POTENTIAL, 15, ACTUAL)
      .way("c", 0, POTENTIAL, 10, TARGET)
      .way("d", 0, POTENTIAL, 5, ACTUAL)
      .way("e", 12, POTENTIAL)
      .way("f", 20, POTENTIAL)
      .stays(30);

  @Test
  void of_someContacted_sharePerStageAtTheStartOfThePeriod() {
    ContactCoverage coverage = of(Set.of("b", "d", "f"));

    assertThat(coverage.of(POTENTIAL)).isEqualTo(new Share(3, 1));
    assertThat(coverage.of(POTENTIAL).rate()).hasValue(1 / 3.0);
    assertThat(coverage.of(TARGET)).isEqualTo(new Share(1, 0));
    assertThat(coverage.of(ACTUAL).rate()).hasValue(1);
  }

  @Test
  void of_noContacts_zeroAndNotAbsent() {
    ContactCoverage coverage = of(Set.of());

    assertThat(coverage.stages()).containsOnlyKeys(Stage.values());
    assertThat(coverage.of(POTENTIAL).rate()).hasValue(0);
    assertThat(coverage.of(TARGET).rate()).hasValue(0);
    assertThat(coverage.of(ACTUAL).rate()).hasValue(0);
    assertThat(coverage.of(DORMANT).rate()).isEmpty();
  }

  @Test
  void of_periodNotOver_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactCoverage.of(STAYS, day(10), day(31), Set.of()))
        .withMessageContaining("Maybe the period is not over?");
  }

  private static ContactCoverage of(Set<String> contacted) {
    return ContactCoverage.of(
        STAYS,
        day(10),
        day(20),
        contacted.stream().map(CustomerId::of).collect(Collectors.toSet()));
  }
}
