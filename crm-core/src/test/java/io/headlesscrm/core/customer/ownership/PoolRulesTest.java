package io.headlesscrm.core.customer.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolRulesTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  /** A: 180 days without purchase and 60 without contact, 30 after a contract; all others 90, 90, 0. */
  private static final PoolRules RULES =
      PoolRules.none().with("A", new PoolRule(180, 60, 30)).otherwise(new PoolRule(90, 90, 0));

  @Test
  void findReturn_silentBuyer_theLaterOfPurchaseAndContact() {
    AccountFacts bought =
        account("a", "A", null, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));

    assertThat(day(RULES, bought)).isEqualTo(LocalDate.of(2026, 2, 1).plusDays(180));
    AccountFacts contacted =
        account("a", "A", null, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 1));
    assertThat(day(RULES, contacted)).isEqualTo(LocalDate.of(2026, 8, 30));
  }

  @Test
  void findReturn_contract_keepsTheAccountUntilItsEndAndMore() {
    AccountFacts bound = account("a", "A", LocalDate.of(2026, 12, 1), null, null);

    assertThat(day(RULES, bound)).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @Test
  void findReturn_newOwner_timesBeginAnew() {
    AccountFacts old = new AccountFacts(
        CustomerId.of("b"), JUNE, "B", null, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1));

    assertThat(day(RULES, old)).isEqualTo(JUNE.plusDays(90));
  }

  @Test
  void findReturn_withoutClassOrRule_restRuleOrNever() {
    AccountFacts unclassed = account("u", null, null, null, null);

    assertThat(day(RULES, unclassed)).isEqualTo(JANUARY.plusDays(90));
    assertThat(PoolRules.none().with("A", new PoolRule(1, 1, 0)).findReturn(unclassed))
        .isEmpty();
  }

  @Test
  void simulate_nextMonth_overdueOnTheFirstDayAndOthersInOrder() {
    AccountFacts overdue = account("z", "B", null, JANUARY, JANUARY);
    AccountFacts inJune = account("y", "B", null, LocalDate.of(2026, 3, 20), JANUARY);
    AccountFacts onTheLastDay = account("x", "B", null, LocalDate.of(2026, 4, 1), JANUARY);
    AccountFacts later = account("w", "B", null, LocalDate.of(2026, 4, 2), JANUARY);

    List<PoolReturn> moves =
        RULES.simulate(List.of(later, onTheLastDay, inJune, overdue), JUNE, JULY);

    assertThat(moves)
        .extracting(move -> move.customer().value(), PoolReturn::day)
        .containsExactly(
            tuple("z", JUNE),
            tuple("y", LocalDate.of(2026, 6, 18)),
            tuple("x", LocalDate.of(2026, 6, 30)));
    assertThat(moves.get(0).reason().text(Locale.ENGLISH))
        .isEqualTo("no purchase for 90 days and no contact for 90 days, and no contract keeps it");
  }

  @Test
  void construct_daysBelowTheBound_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoolRule(0, 1, 0))
        .withMessageContaining("daysWithoutPurchase is 0, it must be at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new PoolRule(1, 1, -1));
  }

  private static LocalDate day(PoolRules rules, AccountFacts account) {
    return rules.findReturn(account).orElseThrow().day();
  }

  private static AccountFacts account(
      String id,
      @Nullable String customerClass,
      @Nullable LocalDate contractEnd,
      @Nullable LocalDate lastPurchase,
      @Nullable LocalDate lastContact) {
    return new AccountFacts(
        CustomerId.of(id), JANUARY, customerClass, contractEnd, lastPurchase, lastContact);
  }
}
