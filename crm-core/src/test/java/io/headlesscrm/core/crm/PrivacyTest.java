package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.at;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.date;
import static io.headlesscrm.core.crm.Company.phone;
import static io.headlesscrm.core.crm.Company.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.customer.privacy.Consent;
import io.headlesscrm.core.customer.privacy.ErasureId;
import io.headlesscrm.core.customer.privacy.ErasureOutcome;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.AppendOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivacyTest {

  private final Crm crm = new Company().crm;

  @BeforeEach
  void fill() {
    crm.customers()
        .register(
            Customer.person(C1, "Wang Xiaoming")
                .contactPoint(phone("138 0013 8000"))
                .note(new Note(NoteKind.LIKE, "plays chess", "visit", "service", date(50)))
                .build(),
            by(0));
    crm.purchases().record(sale("1", C1, 1), by(1));
    crm.interactions()
        .add(Interaction.inbound(
            "I-1", C1, ContactChannel.PHONE, at(2), ActorId.of("anna"), "his mother is ill"));
  }

  @Test
  void mayContact_policyThenStatement() {
    Privacy privacy = crm.privacy();

    assertThat(marketing(1)).isFalse();
    Consent granted =
        Consent.granted("K-1", C1, ContactChannel.PHONE, ContactPurpose.MARKETING, at(3), "form");
    assertThat(privacy.add(granted)).isEqualTo(AppendOutcome.APPENDED);
    assertThat(privacy.add(granted)).isEqualTo(AppendOutcome.DUPLICATE);
    privacy.add(Consent.withdrawn(
        "K-2", C1, ContactChannel.PHONE, ContactPurpose.MARKETING, at(9), "call"));

    assertThat(marketing(2)).isFalse();
    assertThat(marketing(3)).isTrue();
    assertThat(marketing(9)).isFalse();
  }

  @Test
  void export_everythingOfTheCustomer() {
    assertThat(crm.privacy().export(C1, at(10)).toString())
        .contains("Wang Xiaoming", "138 0013 8000", "plays chess", "his mother is ill", "\"1\"");
  }

  @Test
  void apply_erasure_nothingPersonalLeftAndTheTotalsStay() {
    ErasureOutcome outcome = crm.privacy()
        .apply(crm.privacy().plan(C1), ErasureId.of("E-1"), Reason.of("host.asked"), by(10));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ErasureOutcome.Erased.class,
            erased -> assertThat(erased.proof().isClean()).isTrue());
    assertThat(crm.privacy().export(C1, at(11)).toString())
        .doesNotContain("Wang", "138", "chess", "mother");
    assertThat(crm.customers().recognise(Guest.of(phone("13800138000")))).isEmpty();
    assertThat(crm.customers().findStanding(C1).orElseThrow().summary().spendMinor())
        .isEqualTo(10_000);
    assertThat(crm.purchases().history(C1).purchases()).hasSize(1);
  }

  @Test
  void unknownCustomer_refusedEverywhere() {
    CustomerId nobody = CustomerId.of("typo");
    Consent consent = Consent.withdrawn(
        "K-9", nobody, ContactChannel.PHONE, ContactPurpose.MARKETING, at(3), "call");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> crm.privacy().add(consent))
        .withMessageContaining("customer typo is not registered");
    assertThatIllegalArgumentException().isThrownBy(() -> crm.privacy().plan(nobody));
    assertThatIllegalArgumentException().isThrownBy(() -> crm.privacy().export(nobody, at(3)));
  }

  @Test
  void removeExpiredNotes_onTheDay_gone() {
    assertThat(crm.privacy().removeExpiredNotes(date(49))).isEmpty();
    assertThat(crm.privacy().removeExpiredNotes(date(50))).containsExactly(C1);
    assertThat(crm.customers().find(C1).orElseThrow().value().notes()).isEmpty();
  }

  private boolean marketing(int day) {
    return crm.privacy().mayContact(C1, ContactChannel.PHONE, ContactPurpose.MARKETING, at(day));
  }
}
