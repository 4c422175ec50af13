package io.headlesscrm.core.storage;

import static io.headlesscrm.core.storage.Orders.EVENT;
import static io.headlesscrm.core.storage.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeRegistryTest {

  private final TypeRegistry registry = TypeRegistry.of(List.of(ORDER, ORDER));

  @Test
  void types_registeredTwice_onceInOrder() {
    assertThat(TypeRegistry.of(List.of(ORDER, EVENT, ORDER)).types()).containsExactly(ORDER, EVENT);
  }

  @Test
  void of_twoTypesOfOneName_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TypeRegistry.of(List.of(ORDER, Orders.complete("order").build())))
        .withMessageContaining("two types are called \"order\"");
  }

  @Test
  void contains_typeOfTheSameName_onlyTheRegisteredOne() {
    assertThat(registry.contains(ORDER)).isTrue();
    assertThat(registry.contains(EVENT)).isFalse();
    assertThat(registry.contains(Orders.complete("order").build())).isFalse();
  }

  @Test
  void guard_registeredType_sameContentUnitsAndCapabilities() {
    InMemoryStorage storage = new InMemoryStorage();
    CrmStorage guarded = registry.guard(storage);
    guarded.unitOfWork().required(() -> guarded.store(ORDER).insert(Orders.Order.of("1", "c", 1)));

    assertThat(storage.store(ORDER).find("1")).isPresent();
    assertThat(guarded.unitOfWork()).isEqualTo(storage.unitOfWork());
    assertThat(guarded.capabilities()).isEqualTo(storage.capabilities());
  }

  @Test
  void guard_otherType_refused() {
    CrmStorage guarded = registry.guard(new InMemoryStorage());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> guarded.log(EVENT))
        .withMessageContaining("type \"event\" is not registered");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> guarded.store(Orders.complete("another").build()));
  }
}
