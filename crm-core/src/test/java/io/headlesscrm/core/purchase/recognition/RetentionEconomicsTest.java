package io.headlesscrm.core.purchase.recognition;

import static io.headlesscrm.core.purchase.recognition.Purchases.credit;
import static io.headlesscrm.core.purchase.recognition.Purchases.history;
import static io.headlesscrm.core.purchase.recognition.Purchases.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionEconomicsTest {

  private static final Currency CURRENCY = Currency.getInstance("CNY");
  private static final ExchangeRates CNY = ExchangeRates.none(CURRENCY);
  private static final ObservationWindow FIRST_HALF =
      new ObservationWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
  private static final ObservationWindow SECOND_HALF =
      new ObservationWindow(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1));

  /**
   * First half: a 100 new, 50 returning; b 150 new. Revenue 300, of returning ones 50, two new. Second half: a 300, b 100,
   * both returning; revenue 400, nobody new.
   */
  private static final List<PurchaseHistory> HISTORIES = List.of(
      history(
          sale("a", "1", "2026-01-01", "100"),
          sale("a", "2", "2026-06-30", "50"),
          sale("a", "3", "2026-07-01", "300")),
      history(sale("b", "4", "2026-02-01", "150"), sale("b", "5", "2026-12-31", "100")));

  @Test
  void of_twoPeriods_asComputedByHand() {
    List<RetentionEconomics> figures = of(HISTORIES, "60", "20");

    RetentionEconomics first = figures.get(0);
    assertThat(first.revenue()).isEqualTo(cny("300"));
    assertThat(first.returningRevenue()).isEqualTo(cny("50"));
    assertThat(first.newCustomers()).isEqualTo(2);
    assertThat(first.returningShare()).hasValue(50 / 300.0);
    assertThat(first.adCostRatio()).hasValue(0.2);
    assertThat(first.findAdCostPerNewCustomer()).contains(cny("30"));
    RetentionEconomics second = figures.get(1);
    assertThat(second.returningShare()).hasValue(1);
    assertThat(second.adCostRatio()).hasValue(0.05);
  }

  @Test
  void findAdCostPerNewCustomer_nobodyNew_absentWithoutDivision() {
    RetentionEconomics second = of(HISTORIES, "60", "20").get(1);

    assertThat(second.newCustomers()).isZero();
    assertThat(second.findAdCostPerNewCustomer()).isEmpty();
  }

  @Test
  void of_costNotKnownOrNoRevenue_absent() {
    RetentionEconomics unknown = of(HISTORIES, null, null).get(0);
    assertThat(unknown.adCostRatio()).isEmpty();
    assertThat(unknown.findAdCostPerNewCustomer()).isEmpty();

    RetentionEconomics nothing = of(List.of(), "60", "0").get(0);
    assertThat(nothing.revenue()).isEqualTo(cny("0"));
    assertThat(nothing.returningShare()).isEmpty();
    assertThat(nothing.adCostRatio()).isEmpty();
  }

  /** The first purchase, 100, gives 30 back in the second half: a loss of what the new customer brought. */
  @Test
  void of_creditNote_countsAsThePurchaseThatItNames() {
    List<PurchaseHistory> histories = List.of(history(
        sale("a", "1", "2026-01-01", "100"),
        sale("a", "2", "2026-08-01", "80"),
        credit("a", "3", "2026-08-02", "-30", "1")));

    RetentionEconomics second = of(histories, "0", "0").get(1);

    assertThat(second.revenue()).isEqualTo(cny("50"));
    assertThat(second.returningRevenue()).isEqualTo(cny("80"));
  }

  @Test
  void of_firstPurchaseTakenBack_theNextIsTheFirst() {
    List<PurchaseHistory> histories = List.of(history(
        sale("a", "1", "2026-01-01", "100"),
        credit("a", "2", "2026-01-02", "-100", "1"),
        sale("a", "3", "2026-08-01", "80")));

    List<RetentionEconomics> figures = of(histories, "40", "40");

    assertThat(figures.get(0).newCustomers()).isZero();
    assertThat(figures.get(0).revenue()).isEqualTo(cny("0"));
    assertThat(figures.get(1).newCustomers()).isEqualTo(1);
    assertThat(figures.get(1).returningRevenue()).isEqualTo(cny("0"));
  }

  /** 10.00 among three is 3.33. */
  @Test
  void findAdCostPerNewCustomer_noWholeUnits_roundedHalfUp() {
    List<PurchaseHistory> three = List.of(
        history(sale("a", "1", "2026-01-01", "1")),
        history(sale("b", "2", "2026-01-01", "1")),
        history(sale("c", "3", "2026-01-01", "1")));

    assertThat(of(three, "10", "0").get(0).findAdCostPerNewCustomer()).contains(cny("3.33"));
  }

  @Test
  void of_costInAnotherCurrency_convertedAtTheLastDay() {
    ExchangeRates rates = ExchangeRates.into(CURRENCY)
        .rate(Currency.getInstance("USD"), LocalDate.of(2026, 6, 30), new BigDecimal("7"))
        .build();
    AdvertisedPeriod period = new AdvertisedPeriod(FIRST_HALF, Money.of("10", "USD"));

    assertThat(RetentionEconomics.of(HISTORIES, List.of(period), rates, ZoneOffset.UTC)
            .get(0)
            .adCost())
        .isEqualTo(cny("70"));
  }

  @Test
  void period_costBelowZero_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdvertisedPeriod(FIRST_HALF, cny("-1")))
        .withMessageContaining("adCost is CNY -1.00");
  }

  @Property(tries = 20)
  void of_anyOrder_sameFigures(@ForAll long seed) {
    List<PurchaseHistory> shuffled = new ArrayList<>(HISTORIES);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(of(shuffled, "60", "20")).isEqualTo(of(HISTORIES, "60", "20"));
  }

  private static List<RetentionEconomics> of(
      List<PurchaseHistory> histories, @Nullable String first, @Nullable String second) {
    return RetentionEconomics.of(
        histories,
        List.of(
            new AdvertisedPeriod(FIRST_HALF, first == null ? null : cny(first)),
            new AdvertisedPeriod(SECOND_HALF, second == null ? null : cny(second))),
        CNY,
        ZoneOffset.UTC);
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
