package io.headlesscrm.core.storage;

import static io.headlesscrm.core.storage.Orders.TEXT;
import static io.headlesscrm.core.storage.Orders.TOTAL;
import static io.headlesscrm.core.storage.Orders.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.storage.Orders.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriterionTest {

  private static final Order SEVEN = Order.of("1", "c", 7, "Shun Feng", "顺丰速运", "");

  @Test
  void is_key_matchesToTheBit() {
    assertThat(TEXT.is("Shun Feng").matches(SEVEN)).isTrue();
    assertThat(TEXT.is("shun feng").matches(SEVEN)).isFalse();
    assertThat(TEXT.is("").matches(SEVEN)).isFalse();
  }

  @Test
  void between_halfOpen_includesStartOnly() {
    assertThat(TOTAL.between(7L, 8L).matches(SEVEN)).isTrue();
    assertThat(TOTAL.between(6L, 7L).matches(SEVEN)).isFalse();
    assertThat(TOTAL.atLeast(7L).matches(SEVEN)).isTrue();
    assertThat(TOTAL.below(7L).matches(SEVEN)).isFalse();
  }

  @Test
  void startsWith_prefix_literal() {
    assertThat(Criterion.startsWith(TEXT, "顺丰").matches(SEVEN)).isTrue();
    assertThat(Criterion.startsWith(TEXT, "%").matches(SEVEN)).isFalse();
  }

  @Test
  void contains_words_anywhereWhateverCapitalsAndWidth() {
    assertThat(WORDS.contains("速运 ＳＨＵＮ").matches(SEVEN)).isTrue();
    assertThat(WORDS.contains("feng shunt").matches(SEVEN)).isFalse();
    assertThat(WORDS.contains(" ").matches(SEVEN)).isTrue();
  }

  @Test
  void isAnyOf_none_matchesNothing() {
    assertThat(TOTAL.isAnyOf(List.of()).matches(SEVEN)).isFalse();
    assertThat(TOTAL.isAnyOf(List.of(1L, 7L)).matches(SEVEN)).isTrue();
  }

  @Test
  void requireDeclared_foreignIndex_refusedAtAnyDepth() {
    Index<Order, String> foreign = Index.one("text", KeyType.TEXT, Order::id);
    Criterion<Order> nested = TOTAL.is(1L).and(TOTAL.is(2L).or(foreign.is("x")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Orders.ORDER.requireDeclared(nested))
        .withMessageContaining("type \"order\" has no such index \"text\"");
    Orders.ORDER.requireDeclared(TOTAL.is(1L).and(WORDS.contains("x")));
  }

  @Test
  void orderedBy_manyKeys_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.<Order>all().orderedBy(TEXT))
        .withMessageContaining("Maybe Index.one");
  }

  @Test
  void page_limitBelowOne_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Page.first(0))
        .withMessageContaining("limit is 0");
  }

  @Test
  void versioned_belowOne_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Versioned<>("a", 0));
  }
}
