package io.headlesscrm.core.storage;

import static io.headlesscrm.core.storage.Orders.EVENT;
import static io.headlesscrm.core.storage.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.storage.Orders.Event;
import io.headlesscrm.core.storage.Orders.Order;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposedStorageTest {

  private final InMemoryStorage rest = new InMemoryStorage();
  private final InMemoryStorage erp = rest.sibling();
  private final CrmStorage composed = CrmStorage.composed(rest).with(ORDER, erp).build();

  @Test
  void store_namedType_answeredFromItsStorage() {
    write();
    assertThat(erp.store(ORDER).find("1")).isPresent();
    assertThat(rest.store(ORDER).find("1")).isEmpty();
    assertThat(rest.log(EVENT).list(LogQuery.all(), Page.first(9)).items()).hasSize(1);
    assertThat(erp.log(EVENT).list(LogQuery.all(), Page.first(9)).items()).isEmpty();
  }

  @Test
  void required_failure_takesBackBoth() {
    assertThatThrownBy(() -> composed.unitOfWork().required(() -> {
      write();
      throw new ArithmeticException();
    }));
    assertThat(composed.store(ORDER).find("1")).isEmpty();
    assertThat(composed.log(EVENT).list(LogQuery.all(), Page.first(9)).items()).isEmpty();
  }

  @Test
  void with_otherUnitsOfWork_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrmStorage.composed(rest).with(ORDER, new InMemoryStorage()))
        .withMessageContaining("\"order\" has its own units of work");
  }

  @Test
  void with_typeTwice_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrmStorage.composed(rest).with(ORDER, erp).with(ORDER, rest))
        .withMessageContaining("named twice");
  }

  @Test
  void capabilities_composed_areThoseOfAll() {
    CrmStorage silent = new CrmStorage() {
      @Override
      public <I, A> Store<I, A> store(RecordType<I, A> type) {
        return erp.store(type);
      }

      @Override
      public <F> Log<F> log(FactType<F> type) {
        return erp.log(type);
      }

      @Override
      public UnitOfWork unitOfWork() {
        return erp.unitOfWork();
      }

      @Override
      public Set<Capability> capabilities() {
        return Set.of(Capability.AFTER_COMMIT);
      }
    };
    assertThat(CrmStorage.composed(rest).with(EVENT, silent).build().capabilities())
        .containsExactly(Capability.AFTER_COMMIT);
    assertThat(composed.capabilities()).containsExactlyInAnyOrder(Capability.values());
  }

  private void write() {
    composed.unitOfWork().required(() -> {
      composed.store(ORDER).insert(Order.of("1", "c", 7)).orThrow();
      return composed.log(EVENT).append(List.of(Event.of("e", 1, "c", "call")));
    });
  }
}
