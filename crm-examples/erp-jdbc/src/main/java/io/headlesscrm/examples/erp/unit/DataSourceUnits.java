package io.headlesscrm.examples.erp.unit;

import javax.sql.DataSource;

/**
 * Units of work that the library opens itself: each takes a connection of the data source, commits or rolls back, and
 * gives it back. For a host that holds no transaction when it calls the library.
 *
 * <pre>{@code
 * JdbcUnits units = new DataSourceUnits(dataSource);
 * CrmStorage storage = JdbcStorage.of(units);
 * units.required(() -> storage.log(PURCHASE).append(List.of(purchase)));
 * }</pre>
 */
public final class DataSourceUnits extends ThreadUnits {

  /**
   * Units on connections of a data source.
   *
   * @param dataSource a pool in all but tests; gives connections that nobody else uses until they are closed
   */
  public DataSourceUnits(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  public boolean tellCommits() {
    return true;
  }
}
