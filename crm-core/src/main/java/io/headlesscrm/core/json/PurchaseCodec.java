package io.headlesscrm.core.json;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseLine;
import java.math.BigDecimal;
import java.time.Instant;

/** Purchases, version 1. */
final class PurchaseCodec {

  private static final String KIND = "purchase";
  private static final int VERSION = 1;

  private PurchaseCodec() {}

  static JsonDocument write(Purchase purchase) {
    JsonDocument.Builder json = JsonDocument.builder()
        .put("kind", KIND)
        .put("version", VERSION)
        .put("id", purchase.id().value())
        .put("customer", purchase.customer().value())
        .put("instant", purchase.instant().toString())
        .put("amount", Fields.money(purchase.amount()))
        .put("lines", purchase.lines().stream().map(PurchaseCodec::line).toList())
        .put("channel", purchase.channel());
    if (purchase.cost() != null) {
      json.put("cost", Fields.money(purchase.cost()));
    }
    if (purchase.reversalOf() != null) {
      json.put("reversalOf", purchase.reversalOf().value());
    }
    return json.build();
  }

  static Purchase read(JsonDocument json) {
    json.requireKind("kind", KIND, VERSION);
    return new Purchase(
        PurchaseId.of(json.text("id")),
        CustomerId.of(json.text("customer")),
        Fields.parsed(
            json, "instant", "must be an instant such as 2026-03-01T12:00:00Z", Instant::parse),
        Fields.money(json.object("amount")),
        json.objects("lines").stream().map(PurchaseCodec::line).toList(),
        json.findText("channel").orElse(null),
        json.has("cost") ? Fields.money(json.object("cost")) : null,
        json.findText("reversalOf").map(PurchaseId::of).orElse(null));
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
        Fields.parsed(json, "quantity", "must be a decimal number", BigDecimal::new),
        Fields.parsed(json, "unitPrice", "must be a decimal number", BigDecimal::new));
  }
}
