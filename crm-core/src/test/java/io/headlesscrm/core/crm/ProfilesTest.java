package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.at;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.credit;
import static io.headlesscrm.core.crm.Company.date;
import static io.headlesscrm.core.crm.Company.named;
import static io.headlesscrm.core.crm.Company.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.time.ObservationWindow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private final Crm crm = new Company().crm;

  @BeforeEach
  void fill() {
    crm.customers().register(named(C1, "Old Name"), by(0));
    crm.purchases().record(sale("1", C1, 10), by(10));
    crm.customers()
        .update(
            named(C1, "New Name").toBuilder()
                .contact(new Contact("Ms Li", "head of purchasing", true, List.of()))
                .build(),
            1,
            by(20));
    crm.customers().assess(List.of(abc("B", 15), abc("A", 30)), by(30));
    crm.interactions()
        .add(Interaction.inbound(
            "I-1", C1, ContactChannel.PHONE, at(25), ActorId.of("anna"), "a question"));
    crm.purchases().record(sale("2", C1, 40, "50.00"), by(40));
    crm.purchases().record(credit("k", C1, 50, "2", "-20.00"), by(50));
  }

  @Test
  void find_today_everything() {
    CustomerProfile profile = crm.profiles().find(C1, date(60)).orElseThrow();

    assertThat(profile.customer().displayName()).isEqualTo("New Name");
    assertThat(profile.deciders()).extracting(Contact::name).containsExactly("Ms Li");
    assertThat(profile.findStage().orElseThrow().to()).isEqualTo(Stage.ACTUAL);
    assertThat(profile.summary())
        .isEqualTo(PurchaseSummary.empty()
            .withPurchase(date(10), 10_000)
            .withPurchase(date(40), 5_000)
            .withReturn(2_000));
    assertThat(profile.findAssessment("abc").orElseThrow().value()).isEqualTo("A");
    assertThat(profile.recent()).hasSize(10);
  }

  @Test
  void find_earlierDates_whatWasKnownThen() {
    CustomerProfile beforeTheCredit = crm.profiles().find(C1, date(45)).orElseThrow();
    assertThat(beforeTheCredit.summary().netMinor()).isEqualTo(15_000);

    CustomerProfile beforeTheChange = crm.profiles().find(C1, date(20)).orElseThrow();
    assertThat(beforeTheChange.customer().displayName()).isEqualTo("Old Name");
    assertThat(beforeTheChange.summary().purchases()).isEqualTo(1);
    assertThat(beforeTheChange.findAssessment("abc").orElseThrow().value()).isEqualTo("B");

    CustomerProfile beforeThePurchase = crm.profiles().find(C1, date(10)).orElseThrow();
    assertThat(beforeThePurchase.findStage().orElseThrow().to()).isEqualTo(Stage.POTENTIAL);
    assertThat(beforeThePurchase.summary().isEmpty()).isTrue();
    assertThat(beforeThePurchase.assessments()).isEmpty();

    assertThat(crm.profiles().find(C1, date(0))).isEmpty();
  }

  @Test
  void find_assessmentAsOfTheDate_known() {
    assertThat(crm.profiles().find(C1, date(30)).orElseThrow().findAssessment("abc"))
        .hasValueSatisfying(known -> assertThat(known.value()).isEqualTo("A"));
  }

  @Test
  void find_nobody_empty() {
    assertThat(crm.profiles().find(CustomerId.of("C9"), date(60))).isEmpty();
  }

  private static Assessment abc(String value, int day) {
    ObservationWindow window = new ObservationWindow(date(day - 10), date(day));
    return Assessment.of(
        C1, "abc", value, date(day), List.of(), Provenance.of("abc", Map.of(), window, 1));
  }
}
