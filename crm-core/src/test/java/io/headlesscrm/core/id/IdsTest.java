package io.headlesscrm.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "é", "顺", "\uE000", "\uFFFD", "𠮷", "😀")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  @Property
  void compareTo_anyText_orderOfTheUtf8Bytes(@ForAll("texts") String a, @ForAll("texts") String b) {
    int byBytes = Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    assertThat(Integer.signum(CustomerId.of(a).compareTo(CustomerId.of(b))))
        .isEqualTo(Integer.signum(byBytes));
    assertThat(Integer.signum(PurchaseId.of(a).compareTo(PurchaseId.of(b))))
        .isEqualTo(Integer.signum(byBytes));
  }

  @Test
  void of_blank_refused() {
    assertThatThrownBy(() -> CustomerId.of(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("customer id");
    assertThatThrownBy(() -> PurchaseId.of(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("purchase id");
  }
}
