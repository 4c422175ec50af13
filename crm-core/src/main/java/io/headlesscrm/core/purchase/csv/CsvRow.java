package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not rejected, with all that the file says about it.
 *
 * @param line where the row starts; the first line of the file is 1
 * @param customer who bought
 * @param day in the zone of the options
 * @param amount in the currency of the log; below zero for a return
 * @param kind what the row is
 * @param invoice the number of the order, shipment or invoice; null when the file does not say
 * @param reversalOf the number of the purchase that is taken back; null when the file does not say
 * @param item what was bought; null when the file does not say
 * @param channel where; null when the file does not say
 * @param quantity in units of the item; null when the file does not say
 * @param unitPrice in major units of the row's own currency; null when the file does not say
 * @param cost in major units of the row's own currency; null when the file does not say
 */
public record CsvRow(
    long line,
    CustomerId customer,
    LocalDate day,
    Money amount,
    PurchaseKind kind,
    @Nullable String invoice,
    @Nullable String reversalOf,
    @Nullable String item,
    @Nullable String channel,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal cost) {

  public CsvRow {
    requireNonNull(customer, "customer");
    requireNonNull(day, "day");
    requireNonNull(amount, "amount");
    requireNonNull(kind, "kind");
  }

  CsvRow atLine(long absoluteLine) {
    return new CsvRow(
        absoluteLine,
        customer,
        day,
        amount,
        kind,
        invoice,
        reversalOf,
        item,
        channel,
        quantity,
        unitPrice,
        cost);
  }

  CsvRow withIds(
      UnaryOperator<String> customers,
      UnaryOperator<String> invoices,
      UnaryOperator<String> reversals) {
    return new CsvRow(
        line,
        CustomerId.of(customers.apply(customer.value())),
        day,
        amount,
        kind,
        invoice == null ? null : invoices.apply(invoice),
        reversalOf == null ? null : reversals.apply(reversalOf),
        item,
        channel,
        quantity,
        unitPrice,
        cost);
  }
}
