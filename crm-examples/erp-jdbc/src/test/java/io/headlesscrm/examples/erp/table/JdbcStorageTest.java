package io.headlesscrm.examples.erp.table;

import static io.headlesscrm.core.storage.AppendOutcome.APPENDED;
import static io.headlesscrm.core.storage.AppendOutcome.CONFLICT;
import static io.headlesscrm.core.storage.AppendOutcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.examples.erp.testing.ListeningDataSource;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.Payment;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcStorageTest {

  private TestDatabase database;
  private ListeningDataSource dataSource;
  private DataSourceUnits units;
  private JdbcStorage storage;
  private Store<String, Order> orders;
  private Log<Payment> payments;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void insert_statements_oneAndOneBatchOfKeys(Product product) {
    open(product);
    dataSource.heard();

    insert(Order.of("a"));

    assertThat(dataSource.heard())
        .containsExactly("INSERT INTO crm_record", "INSERT INTO crm_record_key");
  }

  @ParameterizedTest
  @EnumSource
  void update_sameKeys_noKeyIsWritten(Product product) {
    open(product);
    insert(Order.of("a").withNote("same"));
    dataSource.heard();

    units.required(() -> orders.update(Order.of("a").withNote("same"), 1).orThrow());

    assertThat(dataSource.heard())
        .containsExactly(
            "SELECT r.version, r.type_version, r.document FROM crm_record FOR UPDATE",
            "UPDATE crm_record");
  }

  @ParameterizedTest
  @EnumSource
  void append_manyFacts_oneStatementAndOneBatchOfKeys(Product product) {
    open(product);
    dataSource.heard();

    units.required(() -> payments.append(List.of(Payment.of("a", 1), Payment.of("b", 2))));

    assertThat(dataSource.heard())
        .containsExactly("INSERT INTO crm_fact", "INSERT INTO crm_fact_key");
  }

  /** The driver then puts statements of a batch together where it can, and does not tell what became of each. */
  @Test
  void append_postgresqlDriverRewritesBatches_outcomesAreTold() {
    open(
        TestDatabase.migratedPostgresql(connections -> connections.setReWriteBatchedInserts(true)));
    units.required(() -> payments.append(List.of(Payment.of("b", 2), Payment.of("d", 4))));

    assertThat(units.required(() -> payments.append(List.of(
            Payment.of("a", 1), Payment.of("b", 2), Payment.of("c", 3), Payment.of("d", 5)))))
        .containsExactly(APPENDED, DUPLICATE, APPENDED, CONFLICT);
  }

  @ParameterizedTest
  @EnumSource
  void forEach_consumerThatAppends_isGivenWhatWasThere(Product product) {
    open(product);
    units.required(() -> payments.append(List.of(Payment.of("a", 1), Payment.of("b", 2))));
    List<String> given = new ArrayList<>();

    units.required(() -> {
      payments.forEach(LogQuery.all(), payment -> {
        given.add(payment.id());
        payments.append(List.of(Payment.of("z" + payment.id(), 1)));
      });
      return true;
    });

    assertThat(given).containsExactly("a", "b");
    assertThat(payments.list(LogQuery.all(), Page.first(9)).items()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void reindex_recordsOfAnEarlierVersion_areFoundByTheNewKeys(Product product) {
    open(product);
    insert(Order.of("a").withNote("Urgent"));
    Index<Order, String> capital =
        Index.one("note", KeyType.TEXT, order -> order.note().substring(0, 1));
    RecordType<String, Order> second = RecordType.builder("order", 2, Order::id, (String id) -> id)
        .document(Order.TYPE::write, Order.TYPE::read)
        .index(capital)
        .customers(Order.TYPE.customers())
        .assignees(Link.none())
        .personal(PersonalData.none())
        .notOnTimeline()
        .build();
    JdbcStorage next = JdbcStorage.of(units);
    Query<Order> urgent = Query.where(capital.is("U"));
    assertThat(next.store(second).list(urgent, Page.first(9)).items()).isEmpty();

    assertThat(units.required(() -> next.reindex(second))).isEqualTo(1);

    assertThat(next.store(second).list(urgent, Page.first(9)).items())
        .containsExactly(new Versioned<>(Order.of("a").withNote("Urgent"), 1));
    assertThat(units.required(() -> next.reindex(second))).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void update_recordOfAnEarlierVersion_leavesNoKeyBehind(Product product) {
    open(product);
    insert(Order.of("a").withNote("old"));
    database.execute("UPDATE crm_record SET type_version = 0");
    database.execute(
        "UPDATE crm_record_key SET index_name = 'forgotten' WHERE index_name = 'note'");

    units.required(() -> orders.update(Order.of("a").withNote("new"), 1).orThrow());

    assertThat(database.count("crm_record_key WHERE index_name = 'forgotten'")).isZero();
    assertThat(database.count("crm_record_key WHERE index_name = 'note'")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void reindex_factsOfAnEarlierVersion_areFoundByTheNewKeys(Product product) {
    open(product);
    List<Payment> many = new ArrayList<>();
    for (int i = 0; i < 1_100; i++) {
      many.add(Payment.of("payment " + i, i));
    }
    units.required(() -> payments.append(many));
    Index<Payment, Long> yuan = Index.one("yuan", KeyType.WHOLE, payment -> payment.cents() / 100);
    FactType<Payment> second = FactType.builder("payment", 2, Payment::id, Payment::at)
        .document(Payment.TYPE::write, Payment.TYPE::read)
        .index(yuan)
        .customers(Payment.TYPE.customers())
        .assignees(Link.none())
        .personal(PersonalData.none())
        .notOnTimeline()
        .build();
    JdbcStorage next = JdbcStorage.of(units);

    assertThat(units.required(() -> next.reindex(second))).isEqualTo(1_100);

    assertThat(
            next.log(second).list(LogQuery.where(yuan.is(10L)), Page.first(200)).items())
        .hasSize(100)
        .allMatch(payment -> payment.cents() / 100 == 10);
    assertThat(database.count("crm_fact_key WHERE index_name = 'cents'")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void store_secondTypeOfAName_refused(Product product) {
    open(product);
    FactType<Payment> namesake = FactType.builder("order", 1, Payment::id, Payment::at)
        .document(payment -> JsonDocument.builder().build(), json -> Payment.of("a", 1))
        .customers(Link.none())
        .assignees(Link.none())
        .personal(PersonalData.none())
        .notOnTimeline()
        .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.log(namesake))
        .withMessageContaining("two types are called \"order\"");
  }

  @ParameterizedTest
  @EnumSource
  void insert_halfACharacter_refusedAndNothingStored(Product product) {
    open(product);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> insert(Order.of("a\uD83D")))
        .withMessageContaining("half a surrogate pair");
    assertThat(orders.list(Query.all(), Page.first(9)).items()).isEmpty();
  }

  /** The longest that every storage holds, in characters of three bytes, side by side. */
  @ParameterizedTest
  @EnumSource
  void insert_longestIdAndKey_storedAndOneMoreRefused(Product product) {
    open(product);
    Order longest = Order.of(distinct(200)).withNote(distinct(500));
    insert(longest);
    assertThat(orders
            .list(Query.where(Order.NOTE.is(distinct(500))), Page.first(9))
            .items())
        .containsExactly(new Versioned<>(longest, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> insert(Order.of("b").withNote(distinct(501))))
        .withMessageContaining("1503 bytes in UTF-8, it must have at most 1500");
    assertThatIllegalArgumentException().isThrownBy(() -> insert(Order.of(distinct(201))));
  }

  private void open(Product product) {
    open(TestDatabase.migrated(product));
  }

  private void open(TestDatabase opened) {
    database = opened;
    dataSource = new ListeningDataSource(database.dataSource());
    units = new DataSourceUnits(dataSource);
    storage = JdbcStorage.of(units);
    orders = storage.store(Order.TYPE);
    payments = storage.log(Payment.TYPE);
  }

  private void insert(Order order) {
    units.required(() -> orders.insert(order).orThrow());
  }

  /** So many Chinese characters that no database can compress. */
  private static String distinct(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('一' + i * 37));
    }
    return text.toString();
  }
}
