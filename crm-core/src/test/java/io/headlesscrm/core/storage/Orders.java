package io.headlesscrm.core.storage;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** The made-up types and generators of the storage tests: orders that change, events that are appended. */
public final class Orders {

  private Orders() {}

  public record Order(
      String id, CustomerId customer, @Nullable ActorId owner, List<String> texts, long total) {

    public Order {
      texts = List.copyOf(texts);
    }

    public static Order of(String id, String customer, long total, String... texts) {
      return new Order(id, CustomerId.of(customer), null, List.of(texts), total);
    }

    Order withCustomer(CustomerId other) {
      return new Order(id, other, owner, texts, total);
    }

    Order withOwner(ActorId other) {
      return new Order(id, customer, other, texts, total);
    }

    @Nullable
    Instant due() {
      return total == 0 ? null : Instant.ofEpochSecond(total);
    }
  }

  public record Event(String id, Instant at, CustomerId customer, String kind) {

    public static Event of(String id, long second, String customer, String kind) {
      return new Event(id, Instant.ofEpochSecond(second), CustomerId.of(customer), kind);
    }

    public Event withCustomer(CustomerId other) {
      return new Event(id, at, other, kind);
    }
  }

  public static final Index<Order, Long> TOTAL = Index.one("total", KeyType.WHOLE, Order::total);
  public static final Index<Order, String> TEXT = Index.many("text", KeyType.TEXT, Order::texts);
  public static final TextIndex<Order> WORDS = TextIndex.of("words", Order::texts);
  public static final Index<Order, Instant> DUE = Index.one("due", KeyType.INSTANT, Order::due);
  public static final Index<Event, String> KIND = Index.one("kind", KeyType.TEXT, Event::kind);

  public static final RecordType<String, Order> ORDER = complete("order").build();

  public static final FactType<Event> EVENT = FactType.builder("event", 1, Event::id, Event::at)
      .document(
          event -> JsonDocument.builder()
              .put("id", event.id())
              .put("at", event.at().toString())
              .put("customer", event.customer().value())
              .put("kind", event.kind())
              .build(),
          json -> new Event(
              json.text("id"),
              Instant.parse(json.text("at")),
              CustomerId.of(json.text("customer")),
              json.text("kind")))
      .index(KIND)
      .customers(Link.one(Event::customer, Event::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .timeline(event -> Reason.of("test.event").withValue("kind", event.kind()))
      .build();

  /** A type that lacks nothing. */
  public static RecordType.Builder<String, Order> complete(String name) {
    return undeclared(name)
        .document(Orders::write, Orders::read)
        .customers(Link.one(Order::customer, Order::withCustomer))
        .assignees(Link.one(Order::owner, Order::withOwner))
        .personal(PersonalData.deleted(Order::texts))
        .timeline(DUE, order -> Reason.of("test.order").with("total", order.total()));
  }

  /** A type that says nothing but its indexes. */
  public static RecordType.Builder<String, Order> undeclared(String name) {
    return RecordType.builder(name, 1, Order::id, (String id) -> id)
        .index(TOTAL)
        .index(TEXT)
        .index(WORDS);
  }

  /** Texts on both sides of the surrogates, short enough to meet each other. */
  public static Arbitrary<String> texts() {
    return Arbitraries.of("a", "B", "b", "é", "顺", "\uE000", "\uFFFD", "𠮷", "🚚", "%", " ")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  public static Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
        .flatMap(second -> Arbitraries.longs()
            .between(0, 999_999_999)
            .map(nano -> Instant.ofEpochSecond(second, nano)));
  }

  public static Arbitrary<LocalDate> dates() {
    return Arbitraries.longs()
        .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  static JsonDocument write(Order order) {
    return JsonDocument.builder()
        .put("id", order.id())
        .put("customer", order.customer().value())
        .put("owner", order.owner() == null ? null : order.owner().value())
        .putTexts("texts", order.texts())
        .put("total", order.total())
        .build();
  }

  static Order read(JsonDocument json) {
    return new Order(
        json.text("id"),
        CustomerId.of(json.text("customer")),
        json.findText("owner").map(ActorId::of).orElse(null),
        json.texts("texts"),
        json.whole("total"));
  }
}
