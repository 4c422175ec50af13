package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.C2;
import static io.headlesscrm.core.crm.Company.at;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.date;
import static io.headlesscrm.core.crm.Company.named;
import static io.headlesscrm.core.crm.Company.phone;
import static io.headlesscrm.core.crm.Company.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerChange;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.WriteOutcome;
import io.headlesscrm.core.time.ObservationWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomersTest {

  private final Company company = new Company();
  private final Customers customers = company.crm.customers();

  @Test
  void register_newCustomer_filedAsPotential() {
    Registration filed = customers.register(named(C1, "Shunfeng Toys"), by(0));

    assertThat(filed).isEqualTo(new Registration.Filed(named(C1, "Shunfeng Toys")));
    assertThat(customers.findStanding(C1).orElseThrow().stage().stage()).isEqualTo(Stage.POTENTIAL);
    assertThat(customers.changes(C1)).singleElement().satisfies(change -> {
      assertThat(change.by()).isEqualTo(by(0));
      assertThat(change.version()).isEqualTo(1);
    });
  }

  @Test
  void register_byASecondDepartment_oneRecordThatBothSee() {
    Customer counter = named(C1, "Shunfeng Toys").toBuilder()
        .externalId(ExternalId.of(ExternalId.USCC, "91350100M000100Y43"))
        .build();
    Customer sales = named(C2, "Shunfeng Toys Ltd.").toBuilder()
        .externalId(ExternalId.of(ExternalId.USCC, "91350100 M000100Y43"))
        .build();
    customers.register(counter, by(0));

    Registration second = customers.register(sales, Attribution.of("bo", "sales", at(1)));

    assertThat(second)
        .isInstanceOfSatisfying(
            Registration.Known.class,
            known -> assertThat(known.matches()).singleElement().satisfies(match -> {
              assertThat(match.customer()).isEqualTo(C1);
              assertThat(match.basis())
                  .extracting(Reason::toString)
                  .containsExactly("the same uscc");
            }));
    assertThat(customers.find(C2)).isEmpty();
  }

  @Test
  void register_sameNameWrittenOtherwise_known() {
    customers.register(named(C1, "深圳市順豐玩具有限公司"), by(0));

    assertThat(customers.register(named(C2, "深圳顺丰玩具有限公司"), by(1)))
        .isInstanceOfSatisfying(
            Registration.Known.class,
            known -> assertThat(known.matches())
                .extracting(CustomerMatch::customer)
                .containsExactly(C1));
    assertThat(customers.register(named(C2, "深圳市海港食品有限公司"), by(1)))
        .isInstanceOf(Registration.Filed.class);
  }

  @Test
  void register_takenId_known() {
    customers.register(named(C1, "Shunfeng Toys"), by(0));

    assertThat(customers.register(named(C1, "Someone Else"), by(1)))
        .isInstanceOf(Registration.Known.class);
    assertThat(customers.registerAnyway(named(C1, "Someone Else"), by(1)))
        .isInstanceOf(Registration.Known.class);
    assertThat(customers.find(C1).orElseThrow().value().displayName()).isEqualTo("Shunfeng Toys");
  }

  @Test
  void update_rightVersion_keepsWhatItWas() {
    customers.register(named(C1, "Old Name"), by(0));
    customers.update(named(C1, "New Name"), 1, by(5)).orThrow();

    assertThat(customers.find(C1).orElseThrow().version()).isEqualTo(2);
    assertThat(customers.findAsOf(C1, at(0).minusNanos(1))).isEmpty();
    assertThat(customers.findAsOf(C1, at(4)).map(Customer::displayName)).contains("Old Name");
    assertThat(customers.findAsOf(C1, at(5)).map(Customer::displayName)).contains("New Name");
    assertThat(customers.changes(C1))
        .extracting(CustomerChange::fields)
        .last()
        .isEqualTo(List.of("names"));
  }

  @Test
  void update_staleVersion_refusedAndNothingKept() {
    customers.register(named(C1, "Old Name"), by(0));
    customers.update(named(C1, "New Name"), 1, by(1)).orThrow();

    WriteOutcome<Customer> outcome = customers.update(named(C1, "Other Name"), 1, by(2));

    assertThat(outcome.isDone()).isFalse();
    assertThat(customers.changes(C1)).hasSize(2);
    assertThat(customers.update(named(C2, "Nobody"), 1, by(2)).isDone()).isFalse();
  }

  @Test
  void update_ownParent_refused() {
    CustomerId c3 = CustomerId.of("C3");
    customers.register(named(C1, "Holding"), by(0));
    customers.register(childOf(C1, C2, "Middle"), by(0));
    customers.register(childOf(C2, c3, "Bottom"), by(0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> customers.update(childOf(c3, C1, "Holding"), 1, by(1)))
        .withMessageContaining("customer C1 would own itself");
    assertThat(customers.find(C1).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void groupValueMinor_parentAndChildren_sumOfAllThatAreOwnedThatDay() {
    CustomerId sold = CustomerId.of("C3");
    customers.register(named(C1, "Holding"), by(0));
    customers.register(childOf(C1, C2, "Child"), by(0));
    customers.register(
        named(sold, "Sold").toBuilder()
            .relationship(new Relationship(RelationshipKind.PARENT_COMPANY, C2, date(0), date(100)))
            .build(),
        by(0));
    int purchases = 0;
    for (CustomerId customer : List.of(C1, C2, sold)) {
      company.crm.purchases().record(sale("p" + purchases++, customer, 1), by(1));
    }

    assertThat(customers.groupValueMinor(C1, date(99))).isEqualTo(30_000);
    assertThat(customers.groupValueMinor(C1, date(100))).isEqualTo(20_000);
    assertThat(customers.groupValueMinor(C2, date(99))).isEqualTo(20_000);
  }

  @Test
  void recognise_phone_knownCustomerWithStanding() {
    customers.register(
        named(C1, "Shunfeng Toys").toBuilder()
            .contactPoint(phone("138 0013 8000"))
            .build(),
        by(0));

    List<CustomerMatch> matches = customers.recognise(Guest.of(phone("+8613800138000")));

    assertThat(matches).singleElement().satisfies(match -> {
      assertThat(match.customer()).isEqualTo(C1);
      assertThat(match.standing()).isEqualTo(customers.findStanding(C1).orElseThrow());
      assertThat(match.basis().toString()).doesNotContain("8000");
    });
    assertThat(customers.recognise(Guest.of(phone("139 0013 8000")))).isEmpty();
  }

  @Test
  void move_withoutPurchase_neverActual() {
    customers.register(named(C1, "Shunfeng Toys"), by(0));

    assertThat(move(C1, Stage.TARGET)).isInstanceOf(StageMove.Moved.class);
    assertThat(move(C1, Stage.ACTUAL))
        .isInstanceOfSatisfying(
            StageMove.Refused.class,
            refused -> assertThat(refused.reason())
                .hasToString("only a purchase makes a customer actual; it is target"));
    assertThat(move(C1, Stage.DORMANT)).isInstanceOf(StageMove.Refused.class);
    assertThat(customers.findStanding(C1).orElseThrow().stage().stage()).isEqualTo(Stage.TARGET);
  }

  @Test
  void move_buyer_neverProspectAgain() {
    customers.register(named(C1, "Shunfeng Toys"), by(0));
    company.crm.purchases().record(sale("1", C1, 1), by(1));

    assertThat(move(C1, Stage.POTENTIAL))
        .isInstanceOfSatisfying(
            StageMove.Refused.class,
            refused ->
                assertThat(refused.reason()).hasToString("no way leads from actual to potential"));
    assertThat(move(C1, Stage.LOST)).isInstanceOf(StageMove.Moved.class);
    assertThatIllegalArgumentException().isThrownBy(() -> move(CustomerId.of("C9"), Stage.LOST));
  }

  @Test
  void ageStages_silence_dormantThenLost_withActorAndReason() {
    customers.register(named(C1, "Shunfeng Toys"), by(0));
    customers.register(named(C2, "Harbour Foods"), by(0));
    company.crm.purchases().record(sale("1", C1, 1), by(1));
    company.crm.purchases().record(sale("2", C2, 100), by(100));

    assertThat(customers.ageStages(date(180), by(180))).isEmpty();
    List<StageChange> dormant = customers.ageStages(date(181), by(181));
    assertThat(dormant).singleElement().satisfies(change -> {
      assertThat(change.customer()).isEqualTo(C1);
      assertThat(change.to()).isEqualTo(Stage.DORMANT);
      assertThat(change.actor()).isEqualTo(by(181).actor());
      assertThat(change.reason())
          .hasToString("silent for 180 days; dormant from 180, lost from 540");
    });
    assertThat(customers.ageStages(date(181), by(181))).isEmpty();
    assertThat(customers.ageStages(date(541), by(541)))
        .extracting(StageChange::to)
        .containsExactly(Stage.LOST, Stage.DORMANT);
  }

  @Test
  void ageStages_onlyPurchaseTakenBack_dormantInTheEnd() {
    customers.register(named(C1, "Shunfeng Toys"), by(0));
    company.crm.purchases().record(sale("1", C1, 1), by(1));
    company.crm.purchases().record(Company.credit("k", C1, 2, "1", "-100.00"), by(2));

    assertThat(customers.ageStages(date(180), by(180))).isEmpty();
    assertThat(customers.ageStages(date(181), by(181)))
        .extracting(StageChange::to)
        .containsExactly(Stage.DORMANT);
  }

  @Test
  void assess_classes_latestShownAllKept() {
    customers.register(named(C1, "Shunfeng Toys"), by(0));

    assertThat(assess("A", 10)).containsExactly(AppendOutcome.APPENDED);
    assertThat(assess("B", 5)).containsExactly(AppendOutcome.APPENDED);
    assertThat(assess("A", 10)).containsExactly(AppendOutcome.DUPLICATE);
    assertThat(assess("C", 10)).containsExactly(AppendOutcome.CONFLICT);
    assertThat(customers.findStanding(C1).orElseThrow().findClass("abc")).contains("A");
  }

  @Test
  void list_stageClassOwnerValueAndName_pagesAsFilteringAndSortingAll() {
    List<CustomerId> ids = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      CustomerId id = CustomerId.of("K%03d".formatted(i));
      ids.add(id);
      customers.registerAnyway(
          named(id, (i % 3 == 0 ? "Lotus " : "Harbour ") + i).toBuilder()
              .trait("industry", i % 2 == 0 ? "toys" : "food")
              .build(),
          by(0));
      if (i % 4 != 0) {
        company.crm.purchases().record(sale("p" + i, id, i, (i * 37 % 50) + ".00"), by(i));
      }
    }
    CustomerQuery query = CustomerQuery.all()
        .named("lotus")
        .where(Customer.TRAIT.is("industry=toys"))
        .inStage(Stage.ACTUAL)
        .lastBoughtBefore(at(100))
        .worthAtLeast(500)
        .byValue();

    List<CustomerRow> expected = ids.stream()
        .map(id -> new CustomerRow(
            customers.find(id).orElseThrow().value(), customers.findStanding(id).orElseThrow()))
        .filter(row -> query.record().matches(row.customer()))
        .filter(row -> query.standing().matches(row.standing()))
        .sorted(
            Comparator.comparing((CustomerRow row) -> row.standing().summary().netMinor())
                .thenComparing(row -> row.customer().id())
                .reversed())
        .toList();
    assertThat(expected).hasSizeGreaterThan(3);
    for (int limit : List.of(1, 2, 3, 99)) {
      assertThat(pages(query, limit)).isEqualTo(expected);
    }
  }

  @Test
  void list_recordsAlone_thoseWithoutStandingToo() {
    company
        .storage
        .unitOfWork()
        .required(() -> company.storage.store(Customer.TYPE).insert(named(C1, "From the ERP")));
    customers.register(named(C2, "Harbour"), by(0));

    assertThat(pages(CustomerQuery.all(), 1))
        .extracting(row -> row.standing() == null)
        .containsExactly(true, false);
    assertThat(pages(CustomerQuery.all().named("erp"), 9)).hasSize(1);
    assertThat(pages(CustomerQuery.all().inStage(Stage.POTENTIAL), 9)).hasSize(1);
    assertThat(company.crm.purchases().record(sale("1", C1, 1), by(1)).findStage())
        .contains(Stage.ACTUAL);
  }

  private List<CustomerRow> pages(CustomerQuery query, int limit) {
    List<CustomerRow> rows = new ArrayList<>();
    Page page = Page.first(limit);
    Slice<CustomerRow> slice;
    do {
      slice = customers.list(query, page);
      assertThat(slice.items()).hasSizeLessThanOrEqualTo(limit);
      rows.addAll(slice.items());
      page = page.after(slice.next());
    } while (!slice.isLast());
    return rows;
  }

  private StageMove move(CustomerId customer, Stage to) {
    return customers.move(customer, to, Reason.of("host.said"), by(2));
  }

  private List<AppendOutcome> assess(String value, int day) {
    ObservationWindow window = new ObservationWindow(date(day - 5), date(day));
    Provenance provenance = Provenance.of("abc", Map.of(), window, 1);
    return customers.assess(
        List.of(Assessment.of(C1, "abc", value, date(day), List.of(), provenance)), by(day));
  }

  private static Customer childOf(CustomerId parent, CustomerId id, String name) {
    return named(id, name).toBuilder()
        .relationship(new Relationship(RelationshipKind.PARENT_COMPANY, parent, null, null))
        .build();
  }
}
