package io.headlesscrm.churn.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.sales.campaign.ControlGroup;
import io.headlesscrm.core.service.care.CareOutcome;
import io.headlesscrm.core.service.care.CareState;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarningListTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
  private static final ActorId LIN = ActorId.of("lin");
  private static final Currency EUR = Currency.getInstance("EUR");

  private final Crm crm =
      Crm.builder(new InMemoryStorage(), EUR, ZoneOffset.UTC).build();

  @BeforeEach
  void register() {
    for (int i = 0; i < 8; i++) {
      crm.customers().registerAnyway(Customer.organisation(id(i), "Firm " + i).build(), by(TODAY));
      crm.owners().assign(id(i), LIN, TODAY.minusDays(9), "region", by(TODAY));
    }
  }

  @Test
  void writeTo_list_tasksWithOwnersAndAControlGroupThatIsLeftAlone() {
    WarningList list = list(TODAY, new ControlGroup("3", 0.5), Suppression.none(), 8);

    WarningList.Written written = list.writeTo(crm, TODAY.plusDays(7), by(TODAY));

    assertThat(written.opened()).hasSize(8);
    assertThat(list.contacts().size()).isBetween(1, 7);
    for (Warning warning : list.warnings()) {
      CareTask task =
          crm.care().findOpen(warning.customer(), CareTask.RETENTION).orElseThrow();
      assertThat(task.control()).isEqualTo(warning.control());
      assertThat(task.reasons()).isEqualTo(warning.reasons());
      assertThat(task.due()).isEqualTo(TODAY.plusDays(7));
    }
    assertThat(crm.care().due(TODAY.plusDays(7))).hasSize(list.contacts().size());
    assertThat(crm.care().listOpen(LIN, Page.first(9)).items())
        .hasSize(list.contacts().size());
  }

  @Test
  void writeTo_sameDateAgain_sameListAndNothingNew() {
    ControlGroup group = new ControlGroup("1", 0.3);
    WarningList first = list(TODAY, group, quiet(TODAY), 4);
    first.writeTo(crm, TODAY.plusDays(7), by(TODAY));
    String contacted = first.contacts().get(0).customer().value();
    CareTask task =
        crm.care().findOpen(CustomerId.of(contacted), CareTask.RETENTION).orElseThrow();
    crm.care().move(task.id(), CareState.CONTACTED, "called", by(TODAY)).orThrow();
    call(CustomerId.of(contacted), TODAY);

    WarningList again = list(TODAY, group, quiet(TODAY), 4);
    WarningList.Written written = again.writeTo(crm, TODAY.plusDays(7), by(TODAY));

    assertThat(again.warnings())
        .extracting(Warning::customer)
        .isEqualTo(first.warnings().stream().map(Warning::customer).toList());
    assertThat(written.opened()).isEmpty();
    assertThat(written.known()).hasSize(first.warnings().size());
    assertThat(crm.care().find(task.id()).orElseThrow().state()).isEqualTo(CareState.CONTACTED);
  }

  @Test
  void rank_dayAfter_openTasksAndContactsAreLeftAlone() {
    list(TODAY, new ControlGroup("0", 0), quiet(TODAY), 3)
        .writeTo(crm, TODAY.plusDays(7), by(TODAY));
    CareTask task = crm.care().findOpen(id(0), CareTask.RETENTION).orElseThrow();
    crm.care().close(task.id(), CareOutcome.FALSE_ALARM, null, "", by(TODAY)).orThrow();
    call(id(3), TODAY);

    WarningList next =
        list(TODAY.plusDays(1), new ControlGroup("0", 0), quiet(TODAY.plusDays(1)), 3);

    assertThat(next.contacts()).extracting(Warning::customer).containsExactly(id(0), id(4), id(5));
    assertThat(next.suppressed())
        .extracting(one -> one.reason().toString())
        .containsExactly(
            "somebody is at it already, or the customer is of a control group",
            "somebody is at it already, or the customer is of a control group",
            "contacted within the last 14 days");
  }

  @Test
  void contactedWithin_days_halfOpen() {
    Suppression contacted = Suppression.contactedWithin(crm, 14, TODAY, ZoneOffset.UTC);
    call(id(1), TODAY.minusDays(14));
    call(id(2), TODAY.minusDays(15));
    call(id(3), TODAY);

    assertThat(contacted.findReason(id(1))).isPresent();
    assertThat(contacted.findReason(id(2))).isEmpty();
    assertThat(contacted.findReason(id(3))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Suppression.contactedWithin(crm, 0, TODAY, ZoneOffset.UTC));
  }

  private Suppression quiet(LocalDate day) {
    return Suppression.openTask(crm, day)
        .or(Suppression.contactedWithin(crm, 14, day, ZoneOffset.UTC));
  }

  private void call(CustomerId customer, LocalDate day) {
    crm.interactions()
        .add(Interaction.outbound(
            customer + " " + day,
            customer,
            ContactChannel.PHONE,
            day.atTime(9, 0).toInstant(ZoneOffset.UTC),
            LIN,
            "how are you"));
  }

  /** Firms 0 to 7, all as likely to leave, the first one worth most. */
  private static WarningList list(
      LocalDate day, ControlGroup group, Suppression suppression, int capacity) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    for (int i = 0; i < 8; i++) {
      builder.add(id(i), LocalDate.of(2026, 1, 1), Money.of("10.00", "EUR"));
    }
    CustomerBase base = builder.build().asOf(day);
    ChurnScores scores = ChurnScores.of(
        base,
        Horizon.ofDays(90),
        Provenance.of("test", Map.of(), base.window(), base.size()),
        row -> 0.9,
        row -> List.of(Reason.of("churn.silent").with("days", 31).with("usual", 9)));
    return WarningRanker.usual()
        .withCapacity(capacity)
        .withControlGroup(group)
        .withSuppression(suppression)
        .rank(scores, row -> 100 - row);
  }

  private static Attribution by(LocalDate day) {
    return Attribution.of("anna", "sales", day.atTime(8, 0).toInstant(ZoneOffset.UTC));
  }

  private static CustomerId id(int number) {
    return CustomerId.of("C" + number);
  }
}
