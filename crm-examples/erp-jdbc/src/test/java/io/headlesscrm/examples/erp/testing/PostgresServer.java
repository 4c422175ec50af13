package io.headlesscrm.examples.erp.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A PostgreSQL server that the first test to need it starts, and that ends with the tests. */
final class PostgresServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The server; a test that needs it is skipped on a machine where it cannot start. */
  static PostgresServer running() {
    Started started = Started.INSTANCE;
    Assumptions.assumeTrue(
        started.server != null,
        () -> "skipped: no PostgreSQL could be started on this machine: " + started.problem);
    return new PostgresServer(started.server);
  }

  PGConnectionPoolDataSource newDatabase() {
    String name = "erp" + DATABASES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
    connections.setURL(server.getJdbcUrl("postgres", name));
    connections.setUser("postgres");
    // units that wait for each other shall not make the tests wait a second each
    connections.setOptions("-c deadlock_timeout=50ms");
    return connections;
  }

  /** Tried once. */
  private static final class Started {

    static final Started INSTANCE = new Started();

    final EmbeddedPostgres server;
    final String problem;

    private Started() {
      EmbeddedPostgres running = null;
      String why = "";
      try {
        running = EmbeddedPostgres.start();
      } catch (IOException | RuntimeException e) {
        why = e.toString();
      }
      server = running;
      problem = why;
    }
  }
}
