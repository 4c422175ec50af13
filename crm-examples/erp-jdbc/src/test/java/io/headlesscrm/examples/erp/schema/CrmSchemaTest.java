package io.headlesscrm.examples.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrmSchemaTest {

  @ParameterizedTest
  @EnumSource
  void migrate_emptyDatabase_runsEveryScriptOnce(Product product) throws SQLException {
    try (TestDatabase database = TestDatabase.unmigrated(product)) {
      assertThat(CrmSchema.migrate(database.dataSource())).isEqualTo(CrmSchema.NEWEST);
      assertThat(CrmSchema.migrate(database.dataSource())).isZero();
      CrmSchema.requireNewest(database.dataSource());
    }
  }

  @ParameterizedTest
  @EnumSource
  void migrate_olderTables_keepsRowsAndAddsTheIndex(Product product) throws SQLException {
    try (TestDatabase database = TestDatabase.unmigrated(product)) {
      CrmSchema.migrate(database.dataSource(), 1);
      database.execute(
          "INSERT INTO crm_record_key VALUES ('customer', 'name', CAST('a' AS BYTEA), CAST('1' AS BYTEA))");
      assertThat(indexes(database)).doesNotContain("crm_record_key_owner");

      assertThat(CrmSchema.migrate(database.dataSource())).isEqualTo(1);

      assertThat(indexes(database)).contains("crm_record_key_owner");
      assertThat(database.count("crm_record_key")).isEqualTo(1);
    }
  }

  /** What H2 leaves behind when a script fails half way, as it commits each statement. */
  @ParameterizedTest
  @EnumSource
  void migrate_scriptThatWasRunHalf_goesOn(Product product) throws SQLException {
    try (TestDatabase database = TestDatabase.unmigrated(product)) {
      database.execute(Script.ofVersion(1).statements().get(0));
      database.execute(Script.ofVersion(1).statements().get(1));

      assertThat(CrmSchema.migrate(database.dataSource())).isEqualTo(CrmSchema.NEWEST);
      CrmSchema.requireNewest(database.dataSource());
    }
  }

  @ParameterizedTest
  @EnumSource
  void requireNewest_olderTables_refused(Product product) throws SQLException {
    try (TestDatabase database = TestDatabase.unmigrated(product)) {
      CrmSchema.migrate(database.dataSource(), 1);

      assertThatIllegalStateException()
          .isThrownBy(() -> CrmSchema.requireNewest(database.dataSource()))
          .withMessageContaining("version 1, they must be of version 2")
          .withMessageContaining("Maybe");
    }
  }

  @ParameterizedTest
  @EnumSource
  void migrate_tablesOfANewerProgram_refusedAndUntouched(Product product) {
    try (TestDatabase database = TestDatabase.migrated(product)) {
      database.execute("INSERT INTO crm_schema_version (version) VALUES (99)");

      assertThatIllegalStateException()
          .isThrownBy(() -> CrmSchema.migrate(database.dataSource()))
          .withMessageContaining("version 99");
      assertThatIllegalStateException()
          .isThrownBy(() -> CrmSchema.requireNewest(database.dataSource()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void requireNewest_noTables_fails(Product product) {
    try (TestDatabase database = TestDatabase.unmigrated(product)) {
      assertThatThrownBy(() -> CrmSchema.requireNewest(database.dataSource()))
          .isInstanceOf(SQLException.class);
    }
  }

  private static Set<String> indexes(TestDatabase database) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = database.dataSource().getConnection()) {
      for (String table : new String[] {"crm_record_key", "CRM_RECORD_KEY"}) {
        ResultSet indexes = connection.getMetaData().getIndexInfo(null, null, table, false, true);
        while (indexes.next()) {
          names.add(String.valueOf(indexes.getString("INDEX_NAME")).toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }
}
