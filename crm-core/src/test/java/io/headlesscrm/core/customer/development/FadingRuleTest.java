package io.headlesscrm.core.customer.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FadingRuleTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  /** 100 days, then 50. */
  private static final ObservationWindow EARLIER =
      new ObservationWindow(START, START.plusDays(100));

  private static final ObservationWindow RECENT =
      new ObservationWindow(START.plusDays(100), START.plusDays(150));

  /**
   * Silent: a who spent 1000, b 3000 and c 1000. Still there: d. Never good: e. New: f. Less than before: g, 1000 in 100
   * days and 100 in 50, a fifth per day.
   */
  private static final PurchaseLog LOG = PurchaseLogBuilder.of(Currency.getInstance("CNY"))
      .add(id("a"), START, cny("1000"))
      .add(id("b"), START.plusDays(99), cny("3000"))
      .add(id("c"), START, cny("1000"))
      .add(id("d"), START, cny("5000"))
      .add(id("d"), START.plusDays(100), cny("2500"))
      .add(id("e"), START, cny("999.99"))
      .add(id("f"), START.plusDays(120), cny("9000"))
      .add(id("g"), START, cny("1000"))
      .add(id("g"), START.plusDays(149), cny("100"))
      .build();

  @Test
  void list_goodThenSilent_rankedByFormerValueNeverGoodLeftOut() {
    List<FadedCustomer> faded = list(new FadingRule(cny("1000"), 0, 0), Map.of());

    assertThat(ids(faded)).containsExactly("b", "a", "c");
    assertThat(faded.get(0)).isEqualTo(new FadedCustomer(id("b"), cny("3000"), cny("0"), 0));
    assertThat(faded.get(0).reason())
        .hasToString("spent CNY 3000.00 formerly and CNY 0.00 now; 0 contacts of late");
  }

  @Test
  void list_keptShare_spendPerDayCompared() {
    assertThat(ids(list(new FadingRule(cny("1000"), 0.2, 0), Map.of())))
        .containsExactly("b", "a", "c", "g");
    assertThat(ids(list(new FadingRule(cny("1000"), 0.19, 0), Map.of()))).doesNotContain("g");
  }

  @Test
  void list_stillTalkedTo_notFaded() {
    Map<String, Integer> contacts = Map.of("a", 1, "b", 2);

    assertThat(ids(list(new FadingRule(cny("1000"), 0, 1), contacts))).containsExactly("a", "c");
  }

  @Test
  void list_windowsOverlapOrSwapped_refused() {
    FadingRule rule = new FadingRule(cny("1"), 0, 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.list(within(RECENT), within(EARLIER), customer -> 0))
        .withMessageContaining("Maybe the two are swapped?");
  }

  @Test
  void rule_badArguments_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FadingRule(cny("0"), 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FadingRule(cny("1"), 1, 0))
        .withMessageContaining("keptShare is 1.0, it must be in [0, 1)");
    assertThatIllegalArgumentException().isThrownBy(() -> new FadingRule(cny("1"), 0, -1));
  }

  private static List<FadedCustomer> list(FadingRule rule, Map<String, Integer> contacts) {
    return rule.list(
        within(EARLIER), within(RECENT), customer -> contacts.getOrDefault(customer.value(), 0));
  }

  private static CustomerBase within(ObservationWindow window) {
    return LOG.within(window, ReturnsPolicy.SALES);
  }

  private static List<String> ids(List<FadedCustomer> faded) {
    return faded.stream().map(customer -> customer.customer().value()).toList();
  }

  private static CustomerId id(String value) {
    return CustomerId.of(value);
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
