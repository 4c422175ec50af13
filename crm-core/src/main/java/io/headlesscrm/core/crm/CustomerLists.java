package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.recognition.Occasion;
import io.headlesscrm.core.storage.Criterion;
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

  private static final int SILENT_AT_ONCE = 500;

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

  /** Those without a purchase that counts come first, then the longest silent. */
  List<CustomerId> silentBefore(Instant instant) {
    Criterion<Standing> buying = Standing.STAGE.isAnyOf(
        List.of(Stage.ACTUAL.name(), Stage.WON_BACK.name(), Stage.DORMANT.name()));
    List<CustomerId> silent = new ArrayList<>();
    Query<Standing> query = Query.where(buying).orderedBy(Standing.LAST_PURCHASE);
    Page page = Page.first(SILENT_AT_ONCE);
    while (true) {
      Slice<Versioned<Standing>> slice = standings.list(query, page);
      for (Versioned<Standing> standing : slice.items()) {
        Occasion last = standing.value().last();
        if (last != null && !last.at().isBefore(instant)) {
          return silent;
        }
        silent.add(standing.value().customer());
      }
      @Nullable Cursor next = slice.next();
      if (next == null) {
        return silent;
      }
      page = page.after(next);
    }
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
