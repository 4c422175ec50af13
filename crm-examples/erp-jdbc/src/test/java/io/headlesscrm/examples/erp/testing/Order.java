package io.headlesscrm.examples.erp.testing;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import org.jspecify.annotations.Nullable;

/** A record of little content. */
public record Order(String id, String customer, @Nullable String note) {

  /** Found by note. */
  public static final Index<Order, String> NOTE = Index.one("note", KeyType.TEXT, Order::note);

  /** Stored under the name order. */
  public static final RecordType<String, Order> TYPE = RecordType.builder(
          "order", 1, Order::id, (String id) -> id)
      .document(Order::write, Order::read)
      .index(NOTE)
      .customers(Link.one(
          order -> CustomerId.of(order.customer),
          (order, other) -> new Order(order.id, other.value(), order.note)))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .notOnTimeline()
      .build();

  /** Without note. */
  public static Order of(String id) {
    return new Order(id, "C1", null);
  }

  /** With another note. */
  public Order withNote(String other) {
    return new Order(id, customer, other);
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("id", id)
        .put("customer", customer)
        .put("note", note)
        .build();
  }

  private static Order read(JsonDocument json) {
    return new Order(
        json.text("id"), json.text("customer"), json.findText("note").orElse(null));
  }
}
