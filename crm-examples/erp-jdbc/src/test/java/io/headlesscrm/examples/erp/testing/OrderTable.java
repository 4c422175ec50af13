package io.headlesscrm.examples.erp.testing;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.examples.erp.table.HostTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders in the table of a host that knows their customer, but has no column for a note. */
public final class OrderTable implements HostTable<Order> {

  /** As the host has made it. */
  public static final String DDL = """
      CREATE TABLE erp_order (
        id VARCHAR(40) NOT NULL PRIMARY KEY,
        version BIGINT NOT NULL,
        customer VARCHAR(40) NOT NULL,
        barcode VARCHAR(40) UNIQUE,
        crm_document VARCHAR,
        crm_type_version INTEGER,
        crm_indexed_version BIGINT
      )""";

  @Override
  public String name() {
    return "erp_order";
  }

  @Override
  public String idColumn() {
    return "id";
  }

  @Override
  public String versionColumn() {
    return "version";
  }

  @Override
  public List<String> columns() {
    return List.of("customer");
  }

  @Override
  public List<@Nullable Object> values(Order order) {
    return Arrays.asList(order.customer());
  }

  @Override
  public JsonDocument rest(Order order) {
    return Order.TYPE.write(order).without("id", "customer");
  }

  @Override
  public Order read(ResultSet row, Optional<JsonDocument> rest) throws SQLException {
    return new Order(
        row.getString("id"),
        row.getString("customer"),
        rest.flatMap(document -> document.findText("note")).orElse(null));
  }
}
