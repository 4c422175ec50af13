package io.headlesscrm.examples.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The steps as one would write them for DuckDB: each makes a table of the table before it. */
final class DuckDbSql {

  private DuckDbSql() {}

  static List<String> all(Path file, LocalDate asOf) {
    return List.of(
        read(file), group(), readGrouped(file), summarise(asOf), summariseGrouped(asOf), score());
  }

  static String read(Path file) {
    return "CREATE OR REPLACE TABLE purchases AS SELECT * FROM " + rowsOf(file);
  }

  static String readGrouped(Path file) {
    return "CREATE OR REPLACE TABLE read_grouped AS SELECT * FROM " + rowsOf(file)
        + " ORDER BY customer_id, date";
  }

  /** The columns and types are told, so that nothing need be guessed and amounts are as exact as ours. */
  private static String rowsOf(Path file) {
    return """
        read_csv('%s', header = true, auto_detect = false, delim = ',', columns =
          {'customer_id': 'VARCHAR', 'date': 'DATE', 'amount': 'DECIMAL(18,2)'})
        """.formatted(file.toString().replace("'", "''"));
  }

  static String group() {
    return """
        CREATE OR REPLACE TABLE grouped AS
        SELECT * FROM purchases ORDER BY customer_id, date
        """;
  }

  static String summarise(LocalDate asOf) {
    return summarise(asOf, "purchases", "summaries");
  }

  /** From the sorted table: a grouped log is what our side starts from. */
  static String summariseGrouped(LocalDate asOf) {
    return summarise(asOf, "grouped", "summaries_of_grouped");
  }

  private static String summarise(LocalDate asOf, String from, String to) {
    return """
        CREATE OR REPLACE TABLE %s AS
        SELECT customer_id, DATE '%s' - max(date) AS recency, count(*) AS frequency,
          sum(amount)::DECIMAL(18,2) AS monetary
        FROM %s GROUP BY customer_id
        """.formatted(to, asOf, from);
  }

  /** Quintiles that keep equal values together in the lower one, and ABC at 80 and 95 % inclusive. */
  static String score() {
    return """
        CREATE OR REPLACE TABLE scores AS
        SELECT customer_id,
          1 + 5 * (rank() OVER (ORDER BY recency DESC) - 1) // count(*) OVER () AS r,
          1 + 5 * (rank() OVER (ORDER BY frequency) - 1) // count(*) OVER () AS f,
          1 + 5 * (rank() OVER (ORDER BY monetary) - 1) // count(*) OVER () AS m,
          100 * sum(monetary) OVER (ORDER BY monetary DESC, customer_id ROWS UNBOUNDED PRECEDING)
            AS cumulative,
          sum(monetary) OVER () AS total,
          CASE WHEN cumulative <= 80 * total THEN 'A' WHEN cumulative <= 95 * total THEN 'B'
            ELSE 'C' END AS abc
        FROM summaries
        """;
  }

  static String readRetail(Path file) {
    return """
        CREATE OR REPLACE TABLE baskets AS
        SELECT DISTINCT InvoiceNo AS basket, StockCode AS item
        FROM read_csv('%s', header = true, all_varchar = true)
        """.formatted(file.toString().replace("'", "''"));
  }

  /** Rare items are left out before the join, without which it takes many times as long. */
  static String pairsOfRetail() {
    return """
        CREATE OR REPLACE TABLE pairs AS
        WITH total AS (SELECT count(DISTINCT basket) AS baskets FROM baskets),
          frequent AS (
            SELECT item FROM baskets GROUP BY item
            HAVING 100 * count(*) >= (SELECT baskets FROM total)),
          lines AS (SELECT basket, item FROM baskets SEMI JOIN frequent USING (item))
        SELECT one.item AS item, other.item AS other, count(*) AS together
        FROM lines one JOIN lines other ON one.basket = other.basket AND one.item < other.item
        GROUP BY one.item, other.item
        HAVING 100 * count(*) >= (SELECT baskets FROM total)
        """;
  }
}
