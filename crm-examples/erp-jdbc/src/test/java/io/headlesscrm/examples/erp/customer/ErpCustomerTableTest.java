package io.headlesscrm.examples.erp.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.crm.Guest;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.NameKind;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.recognition.Recognition;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.examples.erp.table.HostTableStorage;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The facade on the ERP's own customers, and everything else on the generic tables. */
class ErpCustomerTableTest {

  private static final CustomerId C1 = CustomerId.of("4711");
  private static final CustomerId C2 = CustomerId.of("4712");
  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final Attribution BY = Attribution.of("anna", "counter", NINE);

  private TestDatabase database;
  private DataSourceUnits units;
  private HostTableStorage<CustomerId, Customer> customers;
  private Crm crm;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void register_customersOfManyKinds_readBackEqual(Product product) {
    open(product);
    ContactPoint billing =
        new ContactPoint(ContactChannel.PHONE, "1", Set.of(ContactPurpose.BILLING), null, null);
    List<Customer> kinds = List.of(
        Customer.organisation(CustomerId.of("a"), "顺丰玩具 🚚")
            .name(NameKind.FORMER, "Old Toys")
            .externalId(ExternalId.of(ExternalId.TAX, "T-1"))
            .externalId(ExternalId.of("erp", "E-1"))
            .contactPoint(ContactPoint.of(ContactChannel.PHONE, "138 0013 8000"))
            .contactPoint(ContactPoint.of(ContactChannel.EMAIL, "a@example.com"))
            .contact(Contact.of("Ms Li"))
            .build(),
        Customer.person(CustomerId.of("b"), "Wang")
            .externalId(ExternalId.of("erp", "E-2"))
            .externalId(ExternalId.of(ExternalId.TAX, "T-2"))
            .contactPoint(billing)
            .build(),
        Customer.organisation(CustomerId.of("c"), "x").names(List.of()).build());

    kinds.forEach(customer -> crm.customers().registerAnyway(customer, BY));

    assertThat(kinds)
        .allSatisfy(customer -> assertThat(
                crm.customers().find(customer.id()).orElseThrow().value())
            .isEqualTo(customer));
  }

  @ParameterizedTest
  @EnumSource
  void record_customerThatTheErpInserted_recognisedByItsPhone(Product product) {
    open(product);
    database.execute(
        "INSERT INTO customer (number, name, tax_number, phone) VALUES"
            + " ('4711', 'Shunfeng Toys', 'T-1', '138 0013 8000'), ('4712', 'Harbour Foods', ' ', NULL)");
    units.required(customers::reindex);

    var first = crm.purchases().record(shipment("S-1", C1), BY);
    var second = crm.purchases()
        .recordGuest(
            Guest.of(ContactPoint.of(ContactChannel.PHONE, "+86 138-0013-8000")),
            CustomerId.of("G-1"),
            known -> shipment("S-2", known),
            BY);

    assertThat(first.recognition()).isEqualTo(Recognition.NEW);
    assertThat(first.findStage()).contains(Stage.ACTUAL);
    assertThat(second.customer()).isEqualTo(C1);
    assertThat(second.recognition()).isEqualTo(Recognition.RETURNING);
    assertThat(crm.customers().find(C2).orElseThrow().value().externalIds()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void find_nameThatTheErpChanged_seenAtOnceAndTheRestStays(Product product) {
    open(product);
    crm.customers()
        .register(Customer.organisation(C1, "Old Name").source("fair").build(), BY);
    database.execute("UPDATE customer SET name = 'New Name', row_version = row_version + 1");

    var profile = crm.profiles().find(C1, LocalDate.of(2026, 3, 9)).orElseThrow();
    assertThat(profile.customer().displayName()).isEqualTo("New Name");
    assertThat(profile.customer().source()).isEqualTo("fair");
    assertThat(crm.customers().update(profile.customer(), 1, BY).isDone()).isFalse();
    assertThat(crm.customers().update(profile.customer(), 2, BY).isDone()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void merge_twoRowsOfTheErp_oneRowLeftAndUndone(Product product) {
    open(product);
    database.execute("INSERT INTO customer (number, name) VALUES"
        + " ('4711', 'Shunfeng Toys'), ('4712', 'Shunfeng Toys Ltd.')");
    units.required(customers::reindex);
    crm.purchases().record(shipment("S-1", C1), BY);
    crm.purchases().record(shipment("S-2", C2), BY);
    Customer second = crm.customers().find(C2).orElseThrow().value();

    crm.merges().apply(crm.merges().plan(C1, C2, FieldChoices.combined()), MergeId.of("M-1"), BY);
    assertThat(crm.customers().find(C2).map(known -> known.value().id())).contains(C1);
    assertThat(crm.purchases().history(C1).purchases()).hasSize(2);

    crm.merges().undo(MergeId.of("M-1"), BY);
    assertThat(crm.customers().find(C2).map(known -> known.value())).contains(second);
  }

  private void open(Product product) {
    database = TestDatabase.migrated(product);
    for (String statement : script().split(";")) {
      if (!statement.isBlank()) {
        database.execute(statement);
      }
    }
    units = new DataSourceUnits(database.dataSource());
    customers = HostTableStorage.of(units, Customer.TYPE, new ErpCustomerTable());
    CrmStorage storage = CrmStorage.composed(JdbcStorage.of(units))
        .with(Customer.TYPE, customers)
        .build();
    crm = Crm.builder(storage, Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"))
        .build();
  }

  private static String script() {
    try (InputStream in = ErpCustomerTable.class.getResourceAsStream("customer.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Purchase shipment(String number, CustomerId customer) {
    return Purchase.builder(PurchaseId.of(number), customer, NINE)
        .amount(Money.of("128.00", "CNY"))
        .build();
  }
}
