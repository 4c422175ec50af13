package io.headlesscrm.core.storage;

import static io.headlesscrm.core.storage.Orders.EVENT;
import static io.headlesscrm.core.storage.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Orders.Event;
import io.headlesscrm.core.storage.Orders.Order;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTypeTest {

  private static final Order SEVEN = Order.of("1", "c", 7, "顺丰");

  @Test
  void write_thenRead_givesAnEqualValue() {
    assertThat(ORDER.read(ORDER.write(SEVEN))).isEqualTo(SEVEN);
    assertThat(ORDER.name()).isEqualTo("order");
    assertThat(ORDER.version()).isEqualTo(1);
  }

  @Test
  void of_customerAndActor_findThroughIndexesThatEveryTypeHas() {
    Order owned = SEVEN.withOwner(ActorId.of("a"));
    assertThat(ORDER.of(CustomerId.of("c")).matches(owned)).isTrue();
    assertThat(ORDER.of(CustomerId.of("d")).matches(owned)).isFalse();
    assertThat(ORDER.assignedTo(ActorId.of("a")).matches(owned)).isTrue();
    assertThat(ORDER.assignedTo(ActorId.of("a")).matches(SEVEN)).isFalse();
    assertThat(ORDER.indexes())
        .extracting(Index::name)
        .containsExactly("customer", "assignee", "total", "text", "due");
  }

  @Test
  void findTimelineEntry_recordAndFact_readAsDeclared() {
    assertThat(ORDER.findTimelineEntry(SEVEN))
        .contains(
            new TimelineEntry(Instant.ofEpochSecond(7), Reason.of("test.order").with("total", 7)));
    assertThat(ORDER.findTimelineEntry(Order.of("1", "c", 0))).isEmpty();
    assertThat(ORDER.findTimelineOrder()).contains(Orders.DUE);
    assertThat(EVENT.findTimelineEntry(Event.of("e", 3, "c", "call")))
        .map(TimelineEntry::at)
        .contains(Instant.ofEpochSecond(3));
    assertThat(EVENT.isOnTimeline()).isTrue();
  }

  @Test
  void findTimelineEntry_notOnTimeline_isEmpty() {
    RecordType<String, Order> hidden = Orders.undeclared("hidden")
        .document(Orders::write, Orders::read)
        .customers(Link.none())
        .assignees(Link.none())
        .personal(PersonalData.none())
        .notOnTimeline()
        .build();
    assertThat(hidden.findTimelineEntry(SEVEN)).isEmpty();
    assertThat(hidden.isOnTimeline()).isFalse();
    assertThat(hidden.of(CustomerId.of("c")).matches(SEVEN)).isFalse();
  }

  @Test
  void build_somethingUndeclared_refusedByName() {
    expectUndeclared("a document", b -> b);
    expectUndeclared("customers", b -> b.document(Orders::write, Orders::read));
    expectUndeclared(
        "assignees", b -> b.document(Orders::write, Orders::read).customers(Link.none()));
    expectUndeclared(
        "personal data",
        b -> b.document(Orders::write, Orders::read).customers(Link.none()).assignees(Link.none()));
    expectUndeclared(
        "a place on the timeline",
        b -> b.document(Orders::write, Orders::read)
            .customers(Link.none())
            .assignees(Link.none())
            .personal(PersonalData.none()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Order", "7days", "a_b", "a b", "顺"})
  void builder_nameThatDatabasesDislike_refused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Orders.undeclared(name))
        .withMessageContaining("\"" + name + "\"")
        .withMessageContaining("Maybe");
  }

  @Test
  void build_twoIndexesOfOneName_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Orders.complete("order").index(Orders.TOTAL).build())
        .withMessageContaining("two indexes \"total\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Orders.complete("order")
            .index(Index.one("customer", KeyType.TEXT, Order::id))
            .build())
        .withMessageContaining("two indexes \"customer\"");
  }

  @Test
  void builder_versionBelowOne_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordType.builder("x", 0, Order::id, (String id) -> id))
        .withMessageContaining("is 0, it must be at least 1");
  }

  @Test
  void idText_blankOrWithU0000_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORDER.idText(Order.of(" ", "c", 1)))
        .withMessageContaining("id of a order is blank");
    assertThatIllegalArgumentException().isThrownBy(() -> ORDER.text("a\0"));
  }

  @Test
  void link_replaced_onlyWhereItRefersToTheTarget() {
    CustomerId c = CustomerId.of("c");
    CustomerId d = CustomerId.of("d");
    assertThat(ORDER.customers().replaced(SEVEN, c, d).customer()).isEqualTo(d);
    assertThat(ORDER.customers().replaced(SEVEN, d, c)).isSameAs(SEVEN);
    assertThat(ORDER.assignees().targets(SEVEN)).isEmpty();
    Link<List<String>, String> many = Link.many(
        list -> list,
        (list, from, to) ->
            list.stream().map(item -> item.equals(from) ? to : item).toList());
    assertThat(many.replaced(List.of("a", "b", "a"), "a", "z")).containsExactly("z", "b", "z");
  }

  @Test
  void personalData_eachKind_saysWhatIsPersonalAndWhatErasureDoes() {
    CustomerId c = CustomerId.of("c");
    Reason law = Reason.of("storage.nothing-personal");
    PersonalData<Order> anonymised = PersonalData.anonymised(
        Order::texts, order -> Order.of(order.id(), "nobody", order.total()));
    assertThat(PersonalData.deleted(Order::texts).texts(SEVEN, c)).containsExactly("顺丰");
    assertThat(PersonalData.deleted(Order::texts).erasure(SEVEN, c))
        .isEqualTo(new Erasure.Delete<>());
    assertThat(PersonalData.retained(Order::texts, law).erasure(SEVEN, c))
        .isEqualTo(new Erasure.Retain<>(law));
    assertThat(anonymised.erasure(SEVEN, c))
        .isEqualTo(new Erasure.Anonymise<>(Order.of("1", "nobody", 7)));
    assertThat(PersonalData.<Order>none().texts(SEVEN, c)).isEmpty();
  }

  @Test
  void nothingPersonal_readsInBothLanguages() {
    Erasure.Retain<Order> retain =
        (Erasure.Retain<Order>) PersonalData.<Order>none().erasure(SEVEN, CustomerId.of("c"));
    assertThat(retain.reason().text(Locale.ENGLISH)).isEqualTo("nothing in it is personal");
    assertThat(retain.reason().text(Locale.CHINESE)).isEqualTo("不含个人信息");
  }

  private static void expectUndeclared(
      String what, UnaryOperator<RecordType.Builder<String, Order>> declare) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declare.apply(Orders.undeclared("order")).build())
        .withMessageContaining("type \"order\" does not declare " + what);
  }
}
