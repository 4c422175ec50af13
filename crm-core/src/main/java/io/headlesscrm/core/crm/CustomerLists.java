package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists customers by record and standing, which are stored apart: one of the two leads, the other is looked up. */
final class CustomerLists {

  private final Store<CustomerId, Customer> customers;
  private final Store<CustomerId, Standing> standings;

  CustomerLists(CrmStorage storage) {
    this.customers = storage.store(Customer.TYPE);
    this.standings = storage.store(Standing.TYPE);
  }

  Slice<CustomerRow> list(CustomerQuery query, Page page) {
    if (query.asksForStanding()) {
      Query<Standing> leading = query.standings();
      return filled(
          page,
          part -> standings.list(leading, part),
          standing -> row(query, standing),
          standing -> leading.cursor(standing, standing.customer().value()));
    }
    Query<Customer> leading = query.records();
    return filled(
        page,
        part -> customers.list(leading, part),
        customer -> Stream.of(row(customer)),
        customer -> leading.cursor(customer, customer.id().value()));
  }

  List<CustomerId> silentBefore(Instant instant) {
    List<CustomerId> silent = new ArrayList<>();
    Query<Standing> query = Query.where(Standing.LAST_PURCHASE
        .below(instant)
        .and(Standing.STAGE.isAnyOf(
            List.of(Stage.ACTUAL.name(), Stage.WON_BACK.name(), Stage.DORMANT.name()))));
    standings.forEach(query, standing -> silent.add(standing.value().customer()));
    return silent;
  }

  /** Reads parts of the leading list until the page is full; the place is that of the last row taken. */
  private static <T> Slice<CustomerRow> filled(
      Page page,
      Function<Page, Slice<Versioned<T>>> list,
      Function<T, Stream<CustomerRow>> rows,
      Function<T, Cursor> place) {
    List<CustomerRow> found = new ArrayList<>();
    Page part = page;
    while (true) {
      Slice<Versioned<T>> slice = list.apply(part);
      for (int i = 0; i < slice.items().size(); i++) {
        T value = slice.items().get(i).value();
        rows.apply(value).forEach(found::add);
        boolean more = !slice.isLast() || i + 1 < slice.items().size();
        if (found.size() == page.limit() && more) {
          return new Slice<>(found, place.apply(value));
        }
      }
      @Nullable Cursor next = slice.next();
      if (next == null) {
        return new Slice<>(found, null);
      }
      part = page.after(next);
    }
  }

  private Stream<CustomerRow> row(CustomerQuery query, Standing standing) {
    return customers.find(standing.customer()).map(Versioned::value).stream()
        .filter(query.record()::matches)
        .map(customer -> new CustomerRow(customer, standing));
  }

  private CustomerRow row(Customer customer) {
    return new CustomerRow(
        customer, standings.find(customer.id()).map(Versioned::value).orElse(null));
  }
}
