package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.json.JsonDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a type lie in a table of the host's own. What the host has columns for is read from there, whoever
 * wrote it; the rest of a record lies as a document in a column that the host adds for the library.
 *
 * <p>The table needs three columns for the library, all of them null in a row that the host inserts itself:
 *
 * <pre>{@code
 * ALTER TABLE customer ADD COLUMN crm_document VARCHAR;
 * ALTER TABLE customer ADD COLUMN crm_type_version INTEGER;
 * ALTER TABLE customer ADD COLUMN crm_indexed_version BIGINT;
 * }</pre>
 *
 * @param <A> the type of the records
 */
public interface HostTable<A> {

  /**
   * What the table is called.
   *
   * @return a plain SQL name
   */
  String name();

  /**
   * The column of the id as text, a key of the table.
   *
   * @return a plain SQL name
   */
  String idColumn();

  /**
   * The column of the version, a whole number from 1 that the host, too, raises with each update.
   *
   * @return a plain SQL name
   */
  String versionColumn();

  /**
   * The other columns that a record is written to.
   *
   * @return plain SQL names
   */
  List<String> columns();

  /**
   * What a record puts into its columns.
   *
   * @param value the record
   * @return one value for each of {@link #columns}, of a type that the driver converts
   */
  List<@Nullable Object> values(A value);

  /**
   * What has no column.
   *
   * @param value the record
   * @return what {@link #read} needs beside the columns
   */
  JsonDocument rest(A value);

  /**
   * The record of a row.
   *
   * @param row stands on it; has its columns by name
   * @param rest as it was last written; empty for a row that the host inserted
   * @return the record, with what the columns say
   * @throws SQLException when a column cannot be read
   */
  A read(ResultSet row, Optional<JsonDocument> rest) throws SQLException;
}
