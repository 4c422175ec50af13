package io.headlesscrm.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Erasure;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerTest {

  private static final CustomerId ID = CustomerId.of("C1");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private static final Customer FULL = Customer.organisation(ID, "Shunfeng Toys Co., Ltd.")
      .name(NameKind.LOCAL_SCRIPT, "順豐玩具有限公司")
      .externalId(ExternalId.of(ExternalId.USCC, "91350100M000100Y43"))
      .contactPoint(new ContactPoint(
          ContactChannel.PHONE,
          "+86 138-0013 8000",
          Set.of(ContactPurpose.BILLING, ContactPurpose.SERVICE),
          MARCH,
          MARCH.plusYears(1)))
      .contact(new Contact(
          "王小明",
          "head of logistics",
          true,
          List.of(ContactPoint.of(ContactChannel.EMAIL, "Wang@Example.com"))))
      .contact(Contact.of("李雷"))
      .address(new Address("1 Harbour Road", "Shenzhen", "Guangdong", "518000", "CN"))
      .relationship(new Relationship(
          RelationshipKind.PARENT_COMPANY, CustomerId.of("P"), MARCH, MARCH.plusDays(9)))
      .relationship(new Relationship(RelationshipKind.CONSIGNEE, CustomerId.of("X"), null, null))
      .note(new Note(NoteKind.LIKE, "early pickups", "visit", "service", MARCH))
      .trait("industry", "toys")
      .source("fair")
      .verifiedOn(MARCH)
      .build();

  @Test
  void document_everyPart_roundTrip() {
    assertThat(reread(FULL)).isEqualTo(FULL);
  }

  @Test
  void document_nothingOptional_roundTrip() {
    Customer bare = Customer.person(ID, "x").names(List.of()).build();

    assertThat(reread(bare)).isEqualTo(bare);
    assertThat(bare.displayName()).isEqualTo("C1");
  }

  @Test
  void toBuilder_everyPart_kept() {
    assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
  }

  @Test
  void contactKey_ownAndContacts_bothIndexed() {
    assertThat(Customer.CONTACT_KEY.keys(FULL))
        .containsExactly("phone:3800138000", "email:wang@example.com");
  }

  @Test
  void externalId_wrongCheckDigit_notIndexed() {
    Customer wrong = FULL.toBuilder()
        .externalIds(List.of(
            ExternalId.of(ExternalId.USCC, "91350100M000100Y44"), ExternalId.of("erp", "4711")))
        .build();

    assertThat(Customer.EXTERNAL_ID.keys(wrong)).containsExactly("erp:4711");
  }

  @Test
  void parentOn_halfOpen() {
    assertThat(FULL.parentOn(MARCH.minusDays(1))).isNull();
    assertThat(FULL.parentOn(MARCH)).isEqualTo(CustomerId.of("P"));
    assertThat(FULL.parentOn(MARCH.plusDays(9))).isNull();
  }

  @Test
  void deciders_onlyThoseKnownToDecide() {
    assertThat(FULL.deciders()).extracting(Contact::name).containsExactly("王小明");
  }

  @Test
  void customers_merged_relationshipsRewrittenAndNoneToItself() {
    Customer merged =
        Customer.TYPE.customers().replaced(FULL, CustomerId.of("X"), CustomerId.of("Y"));
    assertThat(merged.relationships())
        .extracting(Relationship::other)
        .containsExactly(CustomerId.of("P"), CustomerId.of("Y"));

    assertThat(Customer.TYPE.customers().replaced(FULL, CustomerId.of("P"), ID).relationships())
        .extracting(Relationship::other)
        .containsExactly(CustomerId.of("X"));
  }

  @Test
  void erasure_own_leavesNoPersonalText() {
    Erasure<Customer> erasure = Customer.TYPE.personalData().erasure(FULL, ID);

    assertThat(erasure).isInstanceOf(Erasure.Anonymise.class);
    Customer rest = ((Erasure.Anonymise<Customer>) erasure).rest();
    String left = Customer.TYPE.write(rest).toString();
    assertThat(Customer.TYPE.personalData().texts(FULL, ID)).hasSize(9).noneMatch(left::contains);
    assertThat(rest.source()).isEqualTo("fair");
    assertThat(rest.classification()).isEqualTo(FULL.classification());
  }

  @Test
  void erasure_ofAnotherThatIsNamed_retained() {
    assertThat(Customer.TYPE.personalData().erasure(FULL, CustomerId.of("X")))
        .isInstanceOf(Erasure.Retain.class);
    assertThat(Customer.TYPE.personalData().texts(FULL, CustomerId.of("X"))).isEmpty();
  }

  @Test
  void toString_nothingPersonal() {
    String shown = FULL.toString()
        + FULL.contactPoints()
        + FULL.contacts()
        + FULL.addresses()
        + FULL.notes()
        + FULL.externalIds();

    assertThat(Customer.TYPE.personalData().texts(FULL, ID)).noneMatch(shown::contains);
  }

  @Test
  void build_relatedToItself_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Customer.organisation(ID, "x")
            .relationship(new Relationship(RelationshipKind.AGENT, ID, null, null))
            .build())
        .withMessageContaining("customer C1 is related to itself");
  }

  @Test
  void contactPoint_serves_purposeAndDay() {
    ContactPoint billing = FULL.contactPoints().get(0);

    assertThat(billing.serves(ContactPurpose.BILLING, MARCH)).isTrue();
    assertThat(billing.serves(ContactPurpose.MARKETING, MARCH)).isFalse();
    assertThat(billing.serves(ContactPurpose.BILLING, MARCH.minusDays(1))).isFalse();
    assertThat(billing.serves(ContactPurpose.BILLING, MARCH.plusYears(1))).isFalse();
    assertThat(ContactPoint.of(ContactChannel.WEB, "u").serves(ContactPurpose.MARKETING, MARCH))
        .isTrue();
  }

  private static Customer reread(Customer customer) {
    return Customer.TYPE.read(JsonDocument.parse(Customer.TYPE.write(customer).toString()));
  }
}
