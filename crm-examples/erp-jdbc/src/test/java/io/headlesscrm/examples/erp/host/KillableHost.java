package io.headlesscrm.examples.erp.host;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.Payment;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import java.util.List;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A process that does one unit after the other, and says of each that it is done, until it is killed. */
final class KillableHost {

  static final String COUNTER = "counter";

  private final DataSourceUnits units;
  private final Store<String, Order> orders;
  private final Log<Payment> payments;

  KillableHost(DataSourceUnits units) {
    this.units = units;
    CrmStorage storage = JdbcStorage.of(units);
    this.orders = storage.store(Order.TYPE);
    this.payments = storage.log(Payment.TYPE);
  }

  public static void main(String[] arguments) {
    KillableHost host = new KillableHost(
        new DataSourceUnits(new SingleConnectionDataSource(arguments[0], arguments[1], "", true)));
    for (long unit = Long.parseLong(arguments[2]); ; unit++) {
      host.write(unit);
      System.out.println(unit);
    }
  }

  /** Three facts, one new record and one record that each unit changes. */
  private void write(long unit) {
    units.required(() -> {
      payments.append(payments(unit));
      orders.insert(Order.of("order " + unit).withNote("of unit " + unit)).orThrow();
      Versioned<Order> counter = orders.find(COUNTER).orElseThrow();
      return orders
          .update(Order.of(COUNTER).withNote(String.valueOf(unit)), counter.version())
          .orThrow();
    });
  }

  static List<Payment> payments(long unit) {
    return List.of(
        Payment.of("first of " + unit, unit),
        Payment.of("second of " + unit, unit),
        Payment.of("third of " + unit, unit));
  }
}
