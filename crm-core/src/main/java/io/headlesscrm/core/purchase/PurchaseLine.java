package io.headlesscrm.core.purchase;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * One line of a purchase.
 *
 * @param item what was bought, as the host names it
 * @param quantity in units of the item; negative when taken back
 * @param unitPrice of one unit, in major units of the purchase's currency; may have more decimals than the currency
 */
public record PurchaseLine(String item, BigDecimal quantity, BigDecimal unitPrice) {

  public PurchaseLine {
    requireNonNull(item, "item");
    requireNonNull(quantity, "quantity");
    requireNonNull(unitPrice, "unitPrice");
  }

  /**
   * Quantity x unit price, rounded half up to minor units.
   *
   * @param currency of the purchase
   * @return the amount of the line
   */
  public Money amount(Currency currency) {
    return Money.rounded(quantity.multiply(unitPrice), currency);
  }

  /**
   * What the line is, by the signs of its quantity and price.
   *
   * @return a sale when both are above zero, free when only the price is zero, else a return
   */
  public PurchaseKind kind() {
    if (quantity.signum() <= 0 || unitPrice.signum() < 0) {
      return PurchaseKind.RETURN;
    }
    return unitPrice.signum() == 0 ? PurchaseKind.FREE_OF_CHARGE : PurchaseKind.SALE;
  }
}
