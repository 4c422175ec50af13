package io.headlesscrm.core.purchase.recognition;

import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.purchase.Purchase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The purchases and credit notes of one customer that make up its revenue, each with what the customer was. */
record RevenueParts(@Nullable LocalDate firstDay, List<Part> parts) {

  /** One purchase or credit note. */
  record Part(Purchase purchase, LocalDate day, boolean isReturning) {}

  static RevenueParts of(PurchaseHistory history, ZoneId zone) {
    Map<PurchaseId, Recognition> said = new HashMap<>();
    history.recognitions(zone).forEach(at -> said.put(at.purchase(), at.recognition()));
    List<Part> parts = new ArrayList<>();
    for (Purchase purchase : history.purchases()) {
      if (history.counts(purchase) || history.reducesNet(purchase)) {
        parts.add(new Part(purchase, day(purchase, zone), isReturning(purchase, said)));
      }
    }
    LocalDate first = history
        .findFirst()
        .map(occasion -> LocalDate.ofInstant(occasion.at(), zone))
        .orElse(null);
    return new RevenueParts(first, parts);
  }

  private static boolean isReturning(Purchase purchase, Map<PurchaseId, Recognition> said) {
    PurchaseId decisive = purchase.reversalOf() != null && said.containsKey(purchase.reversalOf())
        ? purchase.reversalOf()
        : purchase.id();
    Recognition recognition = said.get(decisive);
    return recognition == Recognition.RETURNING || recognition == Recognition.REACTIVATED;
  }

  private static LocalDate day(Purchase purchase, ZoneId zone) {
    return LocalDate.ofInstant(purchase.instant(), zone);
  }
}
