package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class CustomerBaseTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
  private static final Measure BRANCH = Measure.of("branch", "");

  private static CustomerBase base() {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int i = 1; i <= 4; i++) {
      for (int purchase = 0; purchase < i; purchase++) {
        log.add(
            CustomerId.of("c" + i), AS_OF.minusDays(i * 10L + purchase), Money.of("2.50", "EUR"));
      }
    }
    return log.build().asOf(AS_OF).with(BRANCH, new double[] {1, 2, 1, Double.NaN});
  }

  @Test
  void only_someRows_sameCustomersWithAllTheirColumns() {
    CustomerBase base = base();
    CustomerBase some = base.only(row -> row != 1);

    assertThat(some.size()).isEqualTo(3);
    assertThat(some.window()).isEqualTo(base.window());
    assertThat(some.values(BRANCH)).containsExactly(1, 1, Double.NaN);
    assertThat(some.findRow(CustomerId.of("c2"))).isEmpty();
    for (int row = 0; row < some.size(); row++) {
      int before = base.findRow(some.customer(row)).orElseThrow();
      assertThat(some.findRow(some.customer(row))).hasValue(row);
      assertThat(some.spend(row)).isEqualTo(base.spend(before));
      assertThat(some.purchases(row)).isEqualTo(base.purchases(before));
      assertThat(some.recencyDays(row)).isEqualTo(base.recencyDays(before));
      assertThat(some.repeatPurchases(row)).isEqualTo(base.repeatPurchases(before));
      assertThat(some.recencyOfLast(row)).isEqualTo(base.recencyOfLast(before));
      assertThat(some.age(row)).isEqualTo(base.age(before));
      assertThat(some.summary(row)).isEqualTo(base.summary(before));
    }
  }

  /** Who was left out stays out when the base is looked at as of an earlier date. */
  @Test
  void findEarlier_onlySome_sameCustomers() {
    CustomerBase some = base().only(row -> row == 1 || row == 3);
    CustomerBase earlier = some.findEarlier(AS_OF.minusDays(30)).orElseThrow();

    assertThat(earlier.size()).isEqualTo(1);
    assertThat(earlier.customer(0)).isEqualTo(CustomerId.of("c4"));
    assertThat(base().findEarlier(AS_OF.minusDays(30)).orElseThrow().size()).isEqualTo(2);
  }

  @Test
  void only_noneOrFurtherColumns_stillABase() {
    CustomerBase none = base().only(row -> false);
    CustomerBase one = base().only(row -> row == 3).with(BRANCH, new double[] {7});

    assertThat(none.size()).isZero();
    assertThat(none.findRow(CustomerId.of("c1"))).isEmpty();
    assertThat(one.value(BRANCH, 0)).isEqualTo(7);
    assertThatThrownBy(() -> none.with(BRANCH, new double[] {1})).hasMessageContaining("1 values");
  }
}
