package io.headlesscrm.examples.erp.testing;

import io.headlesscrm.examples.erp.schema.CrmSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.springframework.jdbc.datasource.IsolationLevelDataSourceAdapter;

/** A real database with the tables of the newest version, and a pool of connections to it. */
public final class TestDatabase implements AutoCloseable {

  private static final List<String> TABLES = List.of(
      "crm_record",
      "crm_record_key",
      "crm_record_text",
      "crm_fact",
      "crm_fact_key",
      "crm_fact_text");

  private final JdbcConnectionPool pool;

  private TestDatabase(ConnectionPoolDataSource connections) {
    pool = JdbcConnectionPool.create(connections);
    pool.setMaxConnections(20);
  }

  /** An empty one. */
  public static TestDatabase migrated(Product product) {
    return unmigrated(product).migrated();
  }

  /** An empty one of H2, with settings in its URL. */
  public static TestDatabase migratedH2(String settings) {
    return new TestDatabase(Product.h2(settings)).migrated();
  }

  /** An empty one of PostgreSQL, with settings of the driver. */
  public static TestDatabase migratedPostgresql(Consumer<PGConnectionPoolDataSource> settings) {
    PGConnectionPoolDataSource connections = PostgresServer.running().newDatabase();
    settings.accept(connections);
    return new TestDatabase(connections).migrated();
  }

  private TestDatabase migrated() {
    try {
      CrmSchema.migrate(pool);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /** One without any table. */
  public static TestDatabase unmigrated(Product product) {
    return new TestDatabase(product.newDatabase());
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Gives connections of an isolation, as {@link Connection} numbers them. */
  public DataSource dataSource(int isolation) {
    IsolationLevelDataSourceAdapter isolated = new IsolationLevelDataSourceAdapter();
    isolated.setTargetDataSource(pool);
    isolated.setIsolationLevel(isolation);
    return isolated;
  }

  public void empty() {
    TABLES.forEach(table -> execute("DELETE FROM " + table));
  }

  public void execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** How many rows a table has. */
  public int count(String table) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      count.next();
      return count.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(table, e);
    }
  }

  @Override
  public void close() {
    pool.dispose();
  }

  /** The databases that the adapter knows. */
  public enum Product {
    H2 {
      @Override
      ConnectionPoolDataSource newDatabase() {
        // enough for a machine that is busy with something else
        return h2("LOCK_TIMEOUT=10000");
      }
    },
    POSTGRESQL {
      @Override
      ConnectionPoolDataSource newDatabase() {
        return PostgresServer.running().newDatabase();
      }
    };

    abstract ConnectionPoolDataSource newDatabase();

    static ConnectionPoolDataSource h2(String settings) {
      JdbcDataSource connections = new JdbcDataSource();
      connections.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + settings);
      return connections;
    }
  }
}
