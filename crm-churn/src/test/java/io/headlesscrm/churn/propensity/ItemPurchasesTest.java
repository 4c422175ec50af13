package io.headlesscrm.churn.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ItemPurchasesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final CustomerId A = CustomerId.of("A");
  private static final CustomerId B = CustomerId.of("B");

  /** A: tea on days 0, 7 and 14, cups on day 7, tea on day 0 twice; B: cups on day 20. */
  private static ItemPurchases purchases() {
    return ItemPurchases.builder()
        .add(A, DAY.plusDays(14), "tea")
        .add(A, DAY, "tea")
        .add(A, DAY.plusDays(7), "tea")
        .add(A, DAY.plusDays(7), "cups")
        .add(A, DAY, "tea")
        .add(B, DAY.plusDays(20), "cups")
        .build();
  }

  @Test
  void isBought_window_firstDayCountsLastDoesNot() {
    ItemPurchases purchases = purchases();

    assertThat(purchases.isBought(A, "tea", DAY.plusDays(14), DAY.plusDays(15))).isTrue();
    assertThat(purchases.isBought(A, "tea", DAY.plusDays(8), DAY.plusDays(14))).isFalse();
    assertThat(purchases.isBought(A, "milk", DAY, DAY.plusDays(99))).isFalse();
    assertThat(purchases.isBought(CustomerId.of("C"), "tea", DAY, DAY.plusDays(99)))
        .isFalse();
  }

  @Test
  void frequent_asOfADay_byCustomersThenByText() {
    ItemPurchases purchases = purchases();

    assertThat(purchases.frequent(1, DAY.plusDays(21))).containsExactly("cups", "tea");
    assertThat(purchases.frequent(2, DAY.plusDays(21))).containsExactly("cups");
    assertThat(purchases.frequent(1, DAY.plusDays(20))).containsExactly("cups", "tea");
    assertThat(purchases.frequent(2, DAY.plusDays(20))).isEmpty();
    assertThat(purchases.frequent(1, DAY.plusDays(7))).containsExactly("tea");
    assertThatThrownBy(() -> purchases.frequent(0, DAY)).hasMessageContaining("Maybe");
  }

  /** As of day 15 the last tea was a day of no gap ago, the first two one and two weeks. */
  @Test
  void value_eachColumn_byHand() {
    ItemHistory history = purchases().history(A);
    int end = (int) DAY.plusDays(15).toEpochDay();

    assertThat(ItemColumn.BOUGHT.value(history, "tea", end)).isEqualTo(1);
    assertThat(ItemColumn.TIMES.value(history, "tea", end)).isCloseTo(Math.log(4), within(1e-15));
    assertThat(ItemColumn.GAP.value(history, "tea", end)).isZero();
    assertThat(ItemColumn.GAP.value(history, "cups", end)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(ItemColumn.DECAYED.value(history, "tea", end))
        .isCloseTo(Math.log(2 + Math.exp(-1 / 13.0) + Math.exp(-2 / 13.0)), within(1e-15));
    assertThat(ItemColumn.SHARE.value(history, "cups", end)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(ItemColumn.BREADTH.value(history, "cups", end))
        .isCloseTo(Math.log(3), within(1e-15));
    assertThat(ItemColumn.BASKET.value(history, "cups", end))
        .isCloseTo(Math.log(1 + 4 / 3.0), within(1e-15));
  }

  @Test
  void value_beforeTheFirstPurchase_isZeroInEveryColumn() {
    ItemHistory history = purchases().history(A);

    for (ItemColumn column : ItemColumn.values()) {
      assertThat(column.value(history, "tea", (int) DAY.toEpochDay()))
          .as("%s", column)
          .isZero();
      assertThat(column.value(ItemHistory.NONE, "tea", 99_999)).as("%s", column).isZero();
    }
  }
}
