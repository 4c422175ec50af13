package io.headlesscrm.core.storage.memory;

import static io.headlesscrm.core.storage.Orders.EVENT;
import static io.headlesscrm.core.storage.Orders.KIND;
import static io.headlesscrm.core.storage.Orders.ORDER;
import static io.headlesscrm.core.storage.Orders.TEXT;
import static io.headlesscrm.core.storage.Orders.TOTAL;
import static io.headlesscrm.core.storage.Orders.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Orders;
import io.headlesscrm.core.storage.Orders.Event;
import io.headlesscrm.core.storage.Orders.Order;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InMemoryStorageTest {

  private final InMemoryStorage storage = new InMemoryStorage();

  /** Enough records that every way of finding them is taken: by one list, by several, along the order. */
  private static final List<Order> MANY = IntStream.range(0, 2_000)
      .mapToObj(i -> Order.of(
          "order " + i,
          "customer " + i % 100,
          i % 17,
          "text " + i % 5,
          i % 500 == 0 ? "rare" : "usual"))
      .toList();

  @Provide
  Arbitrary<Query<Order>> queries() {
    Arbitrary<Criterion<Order>> leaves = Arbitraries.of(
        Criterion.all(),
        TEXT.is("text 3"),
        TEXT.is("rare"),
        TEXT.is("nowhere"),
        TOTAL.is(16L),
        TOTAL.between(3L, 5L),
        TOTAL.atLeast(2L),
        Criterion.startsWith(TEXT, "text"),
        Criterion.startsWith(TEXT, "rar"),
        WORDS.contains("are"),
        WORDS.contains("t 3 u"),
        WORDS.contains("x"),
        ORDER.of(CustomerId.of("customer 7")));
    Arbitrary<Criterion<Order>> criteria = Arbitraries.recursive(
        () -> leaves,
        inner -> inner.flatMap(a -> inner.flatMap(b -> Arbitraries.of(a.and(b), a.or(b)))),
        0,
        2);
    return criteria.flatMap(criterion -> Arbitraries.of(
        Query.where(criterion),
        Query.where(criterion).reversed(),
        Query.where(criterion).orderedBy(TOTAL),
        Query.where(criterion).orderedBy(TOTAL).reversed()));
  }

  @Property(tries = 200)
  void list_manyRecords_sameAsFilteringAndSortingThemAll(@ForAll("queries") Query<Order> query) {
    InMemoryStorage many = filled();
    Comparator<Order> order = Comparator.comparing(o -> query.cursor(o, o.id()));
    List<Order> expected = MANY.stream()
        .filter(query.criterion()::matches)
        .sorted(query.descending() ? order.reversed() : order)
        .toList();
    List<Order> seen = new ArrayList<>();
    Page page = Page.first(expected.size() / 3 + 1);
    Slice<Versioned<Order>> slice;
    do {
      slice = many.store(ORDER).list(query, page);
      slice.items().forEach(record -> seen.add(record.value()));
      page = page.after(slice.next());
    } while (!slice.isLast());
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void forEach_storeWithMoreThanAPage_givesEachOnceWhileTheConsumerWrites() {
    InMemoryStorage many = filled();
    List<String> seen = new ArrayList<>();
    many.unitOfWork().required(() -> {
      many.store(ORDER).forEach(Query.all(), record -> {
        seen.add(record.value().id());
        many.store(ORDER).delete(record.value().id(), record.version()).orThrow();
      });
      return true;
    });
    assertThat(seen).hasSize(2_000).doesNotHaveDuplicates();
    assertThat(many.store(ORDER).list(Query.all(), Page.first(1)).items()).isEmpty();
  }

  @Test
  void forEach_logWhileTheConsumerAppends_givesWhatWasThere() {
    append(Event.of("a", 1, "c", "call"), Event.of("b", 2, "c", "call"));
    List<String> seen = new ArrayList<>();
    in(() -> {
      storage.log(EVENT).forEach(LogQuery.where(KIND.is("call")), event -> {
        seen.add(event.id());
        storage.log(EVENT).append(List.of(Event.of("after " + event.id(), 3, "c", "call")));
      });
      return true;
    });
    assertThat(seen).containsExactly("a", "b");
    assertThat(storage.log(EVENT).list(LogQuery.all(), Page.first(9)).items()).hasSize(4);
  }

  @Test
  void anotherHandle_sameContentAndUnits() {
    InMemoryStorage other = storage.anotherHandle();
    in(() -> other.store(ORDER).insert(Order.of("1", "c", 1)));
    assertThat(storage.store(ORDER).find("1")).isPresent();
    assertThat(other.unitOfWork()).isEqualTo(storage.unitOfWork());
  }

  @Test
  void sibling_otherContentSameUnits() {
    InMemoryStorage sibling = storage.sibling();
    in(() -> sibling.store(ORDER).insert(Order.of("1", "c", 1)));
    assertThat(storage.store(ORDER).find("1")).isEmpty();
    assertThat(sibling.unitOfWork()).isEqualTo(storage.unitOfWork());
  }

  @Test
  void store_secondTypeOfThatName_refused() {
    storage.store(ORDER);
    RecordType<String, Order> namesake = Orders.complete("order").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.store(namesake))
        .withMessageContaining("two types are called \"order\"");
  }

  @Test
  void required_threadsWithExceptionsAndConflicts_keepsEveryAcknowledgedWriteOnce()
      throws Exception {
    in(() -> storage.store(ORDER).insert(Order.of("sum", "c", 0)));
    List<Callable<Integer>> workers = IntStream.range(0, 8)
        .<Callable<Integer>>mapToObj(worker -> () -> acknowledged(worker))
        .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      int acknowledged = 0;
      for (Future<Integer> done : threads.invokeAll(workers)) {
        acknowledged += done.get();
      }
      assertThat(storage.store(ORDER).find("sum").orElseThrow())
          .isEqualTo(new Versioned<>(Order.of("sum", "c", acknowledged), acknowledged + 1));
      assertThat(storage.log(EVENT).list(LogQuery.all(), Page.first(9_999)).items())
          .hasSize(acknowledged);
    } finally {
      threads.shutdownNow();
    }
  }

  /** 125 units that add 1 and append an event; some fail half way, some know a stale version. */
  private int acknowledged(int worker) {
    int acknowledged = 0;
    for (int i = 0; i < 125; i++) {
      String id = worker + " " + i;
      Versioned<Order> known = storage.store(ORDER).find("sum").orElseThrow();
      try {
        in(() -> {
          storage.log(EVENT).append(List.of(Event.of(id, 1, "c", "add")));
          if (id.hashCode() % 7 == 0) {
            throw new ArithmeticException("half way");
          }
          Order sum = Order.of("sum", "c", known.value().total() + 1);
          return storage.store(ORDER).update(sum, known.version()).orThrow();
        });
        acknowledged++;
      } catch (ArithmeticException | IllegalStateException e) {
        // not acknowledged
      }
    }
    return acknowledged;
  }

  @Test
  void afterCommit_twoActionsThrow_bothAreTold() {
    assertThatThrownBy(() -> in(() -> {
          storage.unitOfWork().afterCommit(() -> {
            throw new ArithmeticException("first");
          });
          storage.unitOfWork().afterCommit(() -> {
            throw new ArithmeticException("second");
          });
          return true;
        }))
        .hasMessage("first")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void afterCommit_action_mayOpenAUnitOfItsOwn() {
    in(() -> {
      storage
          .unitOfWork()
          .afterCommit(() -> in(() -> storage.store(ORDER).insert(Order.of("later", "c", 1))));
      return true;
    });
    assertThat(storage.store(ORDER).find("later")).isPresent();
  }

  private InMemoryStorage filled() {
    InMemoryStorage many = new InMemoryStorage();
    many.unitOfWork().required(() -> {
      MANY.forEach(order -> many.store(ORDER).insert(order).orThrow());
      return true;
    });
    return many;
  }

  private <R> R in(Supplier<R> work) {
    return storage.unitOfWork().required(work);
  }

  private void append(Event... events) {
    in(() -> storage.log(EVENT).append(Stream.of(events).toList()));
  }
}
