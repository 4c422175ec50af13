package io.headlesscrm.core.purchase;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.json.JsonDocument;
import java.math.BigDecimal;

/** Purchases, version 1. */
final class PurchaseForm {

  private static final String KIND = "purchase";
  private static final int VERSION = 1;

  private PurchaseForm() {}

  static JsonDocument write(Purchase purchase) {
    return JsonDocument.builder()
        .put("kind", KIND)
        .put("version", VERSION)
        .put("id", purchase.id().value())
        .put("customer", purchase.customer().value())
        .put("instant", purchase.instant())
        .put("amount", purchase.amount())
        .put("lines", purchase.lines().stream().map(PurchaseForm::line).toList())
        .put("channel", purchase.channel())
        .put("cost", purchase.cost())
        .put(
            "reversalOf",
            purchase.reversalOf() == null ? null : purchase.reversalOf().value())
        .put("parties", purchase.parties().stream().map(PurchaseForm::party).toList())
        .build();
  }

  static Purchase read(JsonDocument json) {
    json.requireKind("kind", KIND, VERSION);
    return new Purchase(
        PurchaseId.of(json.text("id")),
        CustomerId.of(json.text("customer")),
        json.instant("instant"),
        json.money("amount"),
        json.objects("lines").stream().map(PurchaseForm::line).toList(),
        json.findText("channel").orElse(null),
        json.findMoney("cost").orElse(null),
        json.findText("reversalOf").map(PurchaseId::of).orElse(null),
        json.objects("parties").stream().map(PurchaseForm::party).toList());
  }

  private static JsonDocument party(PurchaseParty party) {
    return JsonDocument.builder()
        .put("role", party.role().name())
        .put("customer", party.customer().value())
        .build();
  }

  private static PurchaseParty party(JsonDocument json) {
    return new PurchaseParty(
        json.parsed("role", "must be the role of a party", PartyRole::valueOf),
        CustomerId.of(json.text("customer")));
  }

  private static JsonDocument line(PurchaseLine line) {
    return JsonDocument.builder()
        .put("item", line.item())
        .put("quantity", line.quantity().toString())
        .put("unitPrice", line.unitPrice().toString())
        .build();
  }

  private static PurchaseLine line(JsonDocument json) {
    return new PurchaseLine(
        json.text("item"),
        json.parsed("quantity", "must be a decimal number", BigDecimal::new),
        json.parsed("unitPrice", "must be a decimal number", BigDecimal::new));
  }
}
