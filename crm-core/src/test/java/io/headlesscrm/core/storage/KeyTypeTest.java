package io.headlesscrm.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyTypeTest {

  @Provide
  Arbitrary<String> texts() {
    return Orders.texts();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Orders.instants();
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Orders.dates();
  }

  @Property
  void encode_texts_keepsOrder(@ForAll("texts") String a, @ForAll("texts") String b) {
    expectSameOrder(KeyType.TEXT, a, b);
  }

  @Property
  void encode_wholes_keepsOrder(@ForAll long a, @ForAll long b) {
    expectSameOrder(KeyType.WHOLE, a, b);
  }

  @Property
  void encode_dates_keepsOrder(@ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b) {
    expectSameOrder(KeyType.DATE, a, b);
  }

  @Property
  void encode_instants_keepsOrder(@ForAll("instants") Instant a, @ForAll("instants") Instant b) {
    expectSameOrder(KeyType.INSTANT, a, b);
  }

  @Test
  void encode_neighbours_differ() {
    assertThat(KeyType.WHOLE.encode(-1L)).isEqualTo("7fffffffffffffff");
    assertThat(KeyType.WHOLE.encode(0L)).isEqualTo("8000000000000000");
    assertThat(KeyType.INSTANT.encode(Instant.EPOCH.minusNanos(1)))
        .isEqualTo("7fffffffffffffff3b9ac9ff");
  }

  @Test
  void encode_textWithU0000_refusedWithoutShowingTheText() {
    assertThatThrownBy(() -> KeyType.TEXT.encode("secret\0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("U+0000 at 6")
        .hasMessageContaining("Maybe")
        .hasMessageNotContaining("secret");
  }

  private static <K> void expectSameOrder(KeyType<K> type, K a, K b) {
    int byBytes = Arrays.compareUnsigned(bytes(type.encode(a)), bytes(type.encode(b)));
    assertThat(Integer.signum(byBytes)).isEqualTo(Integer.signum(type.compare(a, b)));
    assertThat(type.decode(type.encode(a))).isEqualTo(a);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
