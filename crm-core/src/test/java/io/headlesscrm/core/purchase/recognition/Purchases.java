package io.headlesscrm.core.purchase.recognition;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Purchases of hand-made customers, in CNY and UTC. */
final class Purchases {

  private Purchases() {}

  static Purchase sale(String customer, String id, String day, String amount) {
    return builder(customer, id, LocalDate.parse(day))
        .amount(Money.of(amount, "CNY"))
        .build();
  }

  static Purchase credit(String customer, String id, String day, String amount, String reversed) {
    return builder(customer, id, LocalDate.parse(day))
        .amount(Money.of(amount, "CNY"))
        .reversalOf(PurchaseId.of(reversed))
        .build();
  }

  static PurchaseHistory history(Purchase... purchases) {
    return PurchaseHistory.of(List.of(purchases), RecognitionPolicy.DEFAULT);
  }

  private static Purchase.Builder builder(String customer, String id, LocalDate day) {
    return Purchase.builder(
        PurchaseId.of(id), CustomerId.of(customer), day.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }
}
