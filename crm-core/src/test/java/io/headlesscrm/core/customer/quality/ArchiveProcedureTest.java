package io.headlesscrm.core.customer.quality;

import static io.headlesscrm.core.customer.quality.ArchiveStep.FILED;
import static io.headlesscrm.core.customer.quality.ArchiveStep.IDENTIFIED;
import static io.headlesscrm.core.customer.quality.ArchiveStep.MAINTAINED;
import static io.headlesscrm.core.customer.quality.Records.TODAY;
import static io.headlesscrm.core.customer.quality.Records.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.storage.CrmStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchiveProcedureTest {

  private static final ArchiveProcedure PROCEDURE = ArchiveProcedure.DEFAULT;
  private static final Customer IDENTIFIED_ONE = good("I").addresses(List.of()).build();
  private static final Customer FILED_ONE =
      good("F").verifiedOn(TODAY.minusDays(366)).build();
  private static final Customer MAINTAINED_ONE =
      good("M").verifiedOn(TODAY.minusDays(365)).build();

  @Test
  void step_byFactsAndVerification() {
    assertThat(PROCEDURE.step(IDENTIFIED_ONE, TODAY)).isEqualTo(IDENTIFIED);
    assertThat(PROCEDURE.step(FILED_ONE, TODAY)).isEqualTo(FILED);
    assertThat(PROCEDURE.step(MAINTAINED_ONE, TODAY)).isEqualTo(MAINTAINED);
    assertThat(PROCEDURE.step(MAINTAINED_ONE, TODAY.plusDays(1))).isEqualTo(FILED);
    assertThat(PROCEDURE.missing(IDENTIFIED_ONE, TODAY)).containsExactly(DossierFact.ADDRESS);
  }

  @Test
  void findRefusal_illegalStep_refused() {
    assertThat(PROCEDURE.findRefusal(IDENTIFIED, MAINTAINED, MAINTAINED_ONE, TODAY))
        .hasValueSatisfying(reason ->
            assertThat(reason).hasToString("no step leads from identified to maintained"));
    assertThat(PROCEDURE.findRefusal(FILED, FILED, FILED_ONE, TODAY)).isPresent();
    assertThat(PROCEDURE.findRefusal(MAINTAINED, IDENTIFIED, IDENTIFIED_ONE, TODAY))
        .isPresent();
  }

  @Test
  void findRefusal_legalStep_refusedWhenTheRecordDoesNotBearItOut() {
    assertThat(PROCEDURE.findRefusal(IDENTIFIED, FILED, FILED_ONE, TODAY)).isEmpty();
    assertThat(PROCEDURE.findRefusal(IDENTIFIED, FILED, MAINTAINED_ONE, TODAY)).isEmpty();
    assertThat(PROCEDURE.findRefusal(FILED, MAINTAINED, MAINTAINED_ONE, TODAY)).isEmpty();
    assertThat(PROCEDURE.findRefusal(MAINTAINED, FILED, FILED_ONE, TODAY)).isEmpty();
    assertThat(PROCEDURE.findRefusal(FILED, IDENTIFIED, IDENTIFIED_ONE, TODAY)).isEmpty();

    assertThat(PROCEDURE.findRefusal(IDENTIFIED, FILED, IDENTIFIED_ONE, TODAY))
        .hasValueSatisfying(reason ->
            assertThat(reason).hasToString("the record does not bear out filed: it is identified"));
    assertThat(PROCEDURE.findRefusal(FILED, MAINTAINED, FILED_ONE, TODAY)).isPresent();
    assertThat(PROCEDURE.findRefusal(MAINTAINED, FILED, MAINTAINED_ONE, TODAY)).isPresent();
  }

  @Test
  void overdue_unverifiedForMoreThanTheLimit_neverVerifiedFirst() {
    CrmStorage storage = Records.stored(List.of(
        MAINTAINED_ONE,
        FILED_ONE,
        good("never").verifiedOn(null).build(),
        good("older").verifiedOn(TODAY.minusDays(900)).build(),
        good("erased").names(List.of()).verifiedOn(null).build()));

    assertThat(PROCEDURE.overdue(storage, TODAY, 9))
        .extracting(id -> id.value())
        .containsExactly("never", "older", "F");
    assertThat(PROCEDURE.overdue(storage, TODAY, 2)).hasSize(2);
    assertThat(PROCEDURE.overdue(storage, TODAY.minusDays(900), 9))
        .extracting(id -> id.value())
        .containsExactly("never");
  }

  @Test
  void overdue_manyPages_allListed() {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 1_100; i++) {
      customers.add(good("C" + i).verifiedOn(TODAY.minusDays(i)).build());
    }

    assertThat(PROCEDURE.overdue(Records.stored(customers), TODAY, 2_000)).hasSize(734);
  }

  @Test
  void procedure_badArguments_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArchiveProcedure(Set.of(DossierFact.FREQUENCY), 365))
        .withMessageContaining("it must hold facts that somebody enters");
    assertThatIllegalArgumentException().isThrownBy(() -> new ArchiveProcedure(Set.of(), 0));
  }
}
