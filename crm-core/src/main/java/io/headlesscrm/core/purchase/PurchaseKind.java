package io.headlesscrm.core.purchase;

/** What a row of a purchase log is, by the signs of its quantity and price. */
public enum PurchaseKind {
  /** Something was bought: not cancelled; quantity and unit price, where known, above zero. */
  SALE,
  /** Something was delivered for nothing: not cancelled, quantity above zero, price zero. */
  FREE_OF_CHARGE,
  /** Something was taken back or credited: cancelled, or a quantity, price or amount below zero. */
  RETURN
}
