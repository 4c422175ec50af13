package io.headlesscrm.examples.erp.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes the statements that are prepared on its connections. For one thread. */
public final class ListeningDataSource extends DelegatingDataSource {

  private final List<String> statements = new ArrayList<>();

  /** Passes all on to another data source. */
  public ListeningDataSource(DataSource dataSource) {
    super(dataSource);
  }

  /** The statements since the last call, up to the name of the table. */
  public List<String> heard() {
    List<String> heard = statements.stream()
        .map(sql -> sql.replaceFirst("(?s)^(.*?crm_\\w+).*?( FOR UPDATE)?$", "$1$2"))
        .toList();
    statements.clear();
    return heard;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
          if (method.getName().equals("prepareStatement")) {
            statements.add((String) given[0]);
          }
          try {
            return method.invoke(connection, given);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
