package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.purchase.PurchaseLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tells which returns match under the policy {@code MATCHED}, row by row: the purchase that a return names is in the log
 * and no later than the return, whose rows with one number count from their earliest day.
 */
final class ReturnsCheck {

  private final PurchaseLog log;
  private final UnaryOperator<String> customers;
  private final UnaryOperator<String> invoices;
  private final UnaryOperator<String> reversals;
  private final Map<List<String>, Integer> earliestDays = new HashMap<>();

  /** The operators turn ids as the file spells them into those of the log. */
  ReturnsCheck(
      PurchaseLog log,
      UnaryOperator<String> customers,
      UnaryOperator<String> invoices,
      UnaryOperator<String> reversals) {
    this.log = log;
    this.customers = customers;
    this.invoices = invoices;
    this.reversals = reversals;
  }

  List<NamedReturn> matching(List<NamedReturn> returns) {
    for (NamedReturn named : returns) {
      if (named.invoice() != null) {
        List<String> number = List.of(named.customer(), named.invoice());
        earliestDays.merge(number, named.epochDay(), Math::min);
      }
    }
    List<NamedReturn> matching = new ArrayList<>();
    for (NamedReturn named : returns) {
      if (isMatched(named)) {
        matching.add(named);
      }
    }
    return matching;
  }

  private boolean isMatched(NamedReturn named) {
    return saleDay(named, reversals.apply(named.reversed())) <= day(named);
  }

  private long day(NamedReturn named) {
    if (named.invoice() == null) {
      return named.epochDay();
    }
    List<String> number = List.of(named.customer(), named.invoice());
    long ofReturns = earliestDays.getOrDefault(number, named.epochDay());
    return Math.min(ofReturns, saleDay(named, invoices.apply(named.invoice())));
  }

  private long saleDay(NamedReturn named, String number) {
    return log.findSaleDay(CustomerId.of(customers.apply(named.customer())), PurchaseId.of(number))
        .map(LocalDate::toEpochDay)
        .orElse(Long.MAX_VALUE);
  }
}
