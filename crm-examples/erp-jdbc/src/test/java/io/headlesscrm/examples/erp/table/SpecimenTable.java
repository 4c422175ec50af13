package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.RecordType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host's table for the records of the kit: some of their values in columns, some in the document. */
record SpecimenTable<A>(RecordType<?, A> type) implements HostTable<A> {

  static final String DDL = """
      CREATE TABLE erp_specimen (
        number VARCHAR NOT NULL PRIMARY KEY,
        revision BIGINT NOT NULL,
        customer VARCHAR,
        name VARCHAR,
        note VARCHAR,
        first_day DATE,
        ranking BIGINT,
        crm_document VARCHAR,
        crm_type_version INTEGER,
        crm_indexed_version BIGINT
      )""";

  @Override
  public String name() {
    return "erp_specimen";
  }

  @Override
  public String idColumn() {
    return "number";
  }

  @Override
  public String versionColumn() {
    return "revision";
  }

  @Override
  public List<String> columns() {
    return List.of("customer", "name", "note", "first_day", "ranking");
  }

  @Override
  public List<@Nullable Object> values(A value) {
    JsonDocument json = type.write(value);
    return Arrays.asList(
        json.text("customer"),
        json.text("name"),
        json.findText("note").orElse(null),
        json.findText("day").map(LocalDate::parse).orElse(null),
        json.findText("rank").map(Long::valueOf).orElse(null));
  }

  @Override
  public JsonDocument rest(A value) {
    return type.write(value).without("id", "customer", "name", "note", "day", "rank");
  }

  @Override
  public A read(ResultSet row, Optional<JsonDocument> rest) throws SQLException {
    LocalDate day = row.getObject("first_day", LocalDate.class);
    return type.read(rest.orElseThrow().toBuilder()
        .put("id", row.getString("number"))
        .put("customer", row.getString("customer"))
        .put("name", row.getString("name"))
        .put("note", row.getString("note"))
        .put("day", day == null ? null : day.toString())
        .put("rank", row.getString("ranking"))
        .build());
  }
}
