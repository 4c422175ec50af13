package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.C2;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.named;
import static io.headlesscrm.core.crm.Company.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.identity.MergeOutcome;
import io.headlesscrm.core.customer.identity.UndoOutcome;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.purchase.recognition.Recognition;
import io.headlesscrm.core.purchase.recognition.RecognitionChange;
import io.headlesscrm.core.time.ObservationWindow;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergesTest {

  private static final MergeId M1 = MergeId.of("M1");

  private final Crm crm =
      new Company().with(named(C1, "Shunfeng Toys"), named(C2, "Shunfeng Toys Ltd.")).crm;

  @BeforeEach
  void buy() {
    crm.purchases().record(sale("1", C1, 1), by(1));
    crm.purchases().record(sale("2", C2, 2), by(2));
    crm.purchases().record(sale("3", C1, 400), by(400));
  }

  @Test
  void apply_twoBuyers_oneHistoryAndWhatWasSaidWrongly() {
    MergeAnswer answer = merge();

    assertThat(answer.outcome()).isInstanceOf(MergeOutcome.Merged.class);
    assertThat(answer.changes())
        .extracting(RecognitionChange::purchase, change -> change.after().recognition())
        .containsExactly(Tuple.tuple(PurchaseId.of("2"), Recognition.RETURNING));
    Standing standing = crm.customers().findStanding(C1).orElseThrow();
    assertThat(standing.summary().purchases()).isEqualTo(3);
    assertThat(standing.stage().stage())
        .isEqualTo(crm.customers().stages(C1).findLatest().orElseThrow().to());
    assertThat(crm.timeline().newest(C1, 50).items())
        .extracting(TimelineItem::id)
        .contains("1", "2", "3");
  }

  @Test
  void loserId_afterTheMerge_leadsToTheOneThatRemained() {
    merge();

    assertThat(crm.customers().find(C2).map(known -> known.value().id())).contains(C1);
    assertThat(crm.customers().findStanding(C2)).isEqualTo(crm.customers().findStanding(C1));
    CounterAnswer answer = crm.purchases().record(sale("4", C2, 401), by(401));
    assertThat(answer.customer()).isEqualTo(C1);
    assertThat(answer.recognition()).isEqualTo(Recognition.RETURNING);
    assertThat(crm.purchases().history(C2).purchases()).hasSize(4);
    assertThat(
            crm.profiles().find(C2, Company.date(500)).orElseThrow().summary().purchases())
        .isEqualTo(4);
  }

  @Test
  void loserId_writtenUnderAfterTheMerge_isTheSurvivors() {
    merge();
    ObservationWindow window = new ObservationWindow(Company.date(0), Company.date(401));
    Assessment late = Assessment.of(
        C2, "abc", "A", Company.date(401), List.of(), Provenance.of("abc", Map.of(), window, 1));

    crm.customers().assess(List.of(late), by(401));
    assertThat(crm.customers().findStanding(C1).orElseThrow().findClass("abc")).contains("A");
    assertThat(crm.profiles().find(C1, Company.date(402)).orElseThrow().findAssessment("abc"))
        .isPresent();
    assertThat(crm.customers().registerAnyway(named(C2, "Sent again"), by(402)))
        .isInstanceOfSatisfying(
            Registration.Known.class,
            known ->
                assertThat(known.matches()).extracting(CustomerMatch::customer).contains(C1));
  }

  @Test
  void undo_nothingHappenedSince_asBefore() {
    Standing first = crm.customers().findStanding(C1).orElseThrow();
    Standing second = crm.customers().findStanding(C2).orElseThrow();
    merge();

    assertThat(crm.merges().undo(M1, by(402))).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(crm.customers().findStanding(C1)).contains(first);
    assertThat(crm.customers().findStanding(C2)).contains(second);
    assertThat(crm.customers().find(C2).map(known -> known.value().displayName()))
        .contains("Shunfeng Toys Ltd.");
    assertThat(crm.purchases().record(sale("4", C2, 401), by(401)).customer()).isEqualTo(C2);
  }

  @Test
  void undo_boughtAgainSince_theNewPurchaseStaysWithTheSurvivor() {
    Standing second = crm.customers().findStanding(C2).orElseThrow();
    merge();
    crm.purchases().record(sale("4", C2, 402), by(402));

    assertThat(crm.merges().undo(M1, by(403))).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(crm.customers().findStanding(C2)).contains(second);
    Standing first = crm.customers().findStanding(C1).orElseThrow();
    assertThat(first.summary().purchases()).isEqualTo(3);
    assertThat(first.last().purchase()).isEqualTo(PurchaseId.of("4"));
    assertThat(crm.purchases().history(C1).purchases())
        .extracting(purchase -> purchase.id().value())
        .containsExactly("1", "3", "4");
    assertThat(crm.purchases().record(sale("5", C1, 404), by(404)).recognition())
        .isEqualTo(Recognition.RETURNING);
  }

  @Test
  void undo_recordEditedSince_refused() {
    merge();
    crm.customers().update(named(C1, "Other Name"), 2, by(402)).orThrow();

    assertThat(crm.merges().undo(M1, by(403))).isInstanceOf(UndoOutcome.ChangedSince.class);
  }

  @Test
  void apply_changedSinceThePlan_refused() {
    var plan = crm.merges().plan(C1, C2, FieldChoices.combined());
    crm.purchases().record(sale("4", C2, 401), by(401));

    MergeAnswer answer = crm.merges().apply(plan, M1, by(402));

    assertThat(answer.outcome())
        .isInstanceOfSatisfying(
            MergeOutcome.Stale.class,
            stale -> assertThat(stale.types()).contains("purchase", "standing"));
    assertThat(answer.changes()).isEmpty();
    assertThat(crm.customers().find(C2)).map(known -> known.value().id()).contains(C2);
  }

  @Test
  void asOf_beforeTheMerge_theRecordOfThatDay() {
    merge();

    assertThat(crm.customers().findAsOf(C1, Company.at(300)).map(Customer::displayName))
        .contains("Shunfeng Toys");
    assertThat(List.copyOf(crm.customers().changes(C1))).hasSize(2);
  }

  private MergeAnswer merge() {
    return crm.merges().apply(crm.merges().plan(C1, C2, FieldChoices.combined()), M1, by(401));
  }
}
