package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.C2;
import static io.headlesscrm.core.crm.Company.at;
import static io.headlesscrm.core.crm.Company.by;
import static io.headlesscrm.core.crm.Company.credit;
import static io.headlesscrm.core.crm.Company.named;
import static io.headlesscrm.core.crm.Company.phone;
import static io.headlesscrm.core.crm.Company.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import io.headlesscrm.core.purchase.recognition.Recognised;
import io.headlesscrm.core.purchase.recognition.Recognition;
import io.headlesscrm.core.purchase.recognition.RecognitionChange;
import io.headlesscrm.core.purchase.recognition.RecognitionPolicy;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchasesTest {

  private final Company company =
      new Company().with(named(C1, "Shunfeng Toys"), named(C2, "Harbour Foods"));
  private final Crm crm = company.crm;

  @Test
  void record_firstSecondAndLongAfter_newReturningReactivated() {
    CounterAnswer first = record(sale("1", C1, 1));
    CounterAnswer second = record(sale("2", C1, 2));
    CounterAnswer third = record(sale("3", C1, 400));

    assertThat(first.recognition()).isEqualTo(Recognition.NEW);
    assertThat(second.recognition()).isEqualTo(Recognition.RETURNING);
    assertThat(third.recognition()).isEqualTo(Recognition.REACTIVATED);
    assertThat(third.recognised().basis()).hasToString("bought last 398 days ago, more than 365");
  }

  @Test
  void record_purchase_movesTheStageAndUpdatesTheStanding() {
    CounterAnswer answer = record(sale("1", C1, 1, "12.50"));

    assertThat(answer.findStage()).contains(Stage.ACTUAL);
    Standing standing = crm.customers().findStanding(C1).orElseThrow();
    assertThat(standing).isEqualTo(answer.standing());
    assertThat(standing.summary().spendMinor()).isEqualTo(1_250);
    assertThat(crm.customers().stages(C1).changes())
        .extracting(change -> change.to())
        .containsExactly(Stage.POTENTIAL, Stage.ACTUAL);
  }

  @Test
  void record_sameTwice_onceAndTheSameAnswer() {
    record(sale("1", C1, 1));
    CounterAnswer first = record(sale("2", C1, 2));
    CounterAnswer again = record(sale("2", C1, 2));

    assertThat(again.outcome()).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(again.recognised()).isEqualTo(first.recognised());
    assertThat(again.standing()).isEqualTo(first.standing());
    assertThat(purchasesInStorage()).hasSize(2);
  }

  @Test
  void record_otherPurchaseWithThatId_conflictAndNothingChanges() {
    CounterAnswer first = record(sale("1", C1, 1));
    CounterAnswer other = record(sale("1", C1, 1, "7.00"));

    assertThat(other.outcome()).isEqualTo(AppendOutcome.CONFLICT);
    assertThat(crm.customers().findStanding(C1)).contains(first.standing());
    assertThat(purchasesInStorage()).containsExactly(sale("1", C1, 1));
  }

  @Test
  void record_late_saysWhichAnswersItProvesWrong() {
    record(sale("2", C1, 10));
    record(sale("3", C1, 20));
    CounterAnswer late = record(sale("1", C1, 5));

    assertThat(late.recognition()).isEqualTo(Recognition.NEW);
    assertThat(late.changes()).singleElement().satisfies(change -> {
      assertThat(change.purchase()).isEqualTo(PurchaseId.of("2"));
      assertThat(change.after().recognition()).isEqualTo(Recognition.RETURNING);
    });
    assertThat(late.standing().first().purchase()).isEqualTo(PurchaseId.of("1"));
    assertThat(late.standing().last().purchase()).isEqualTo(PurchaseId.of("3"));
  }

  @Test
  void record_takenBack_nextOneWasTheFirst() {
    record(sale("1", C1, 1));
    record(sale("2", C1, 2));
    CounterAnswer credit = record(credit("k", C1, 3, "1", "-100.00"));

    assertThat(credit.changes())
        .extracting(RecognitionChange::purchase, change -> change.after().recognition())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(PurchaseId.of("2"), Recognition.NEW));
    assertThat(credit.standing().summary().netMinor()).isEqualTo(10_000);
  }

  @Test
  void record_creditBeforeItsPurchase_purchaseIsTakenBackWhenItComes() {
    record(credit("k", C1, 3, "1", "-100.00"));
    CounterAnswer answer = record(sale("1", C1, 1));

    assertThat(answer.standing().summary().isEmpty()).isTrue();
    assertThat(answer.standing().awaited()).isEmpty();
    assertThat(record(sale("2", C1, 4)).recognition()).isEqualTo(Recognition.NEW);
  }

  @Test
  void record_dormantCustomer_wonBack_thenActual() {
    record(sale("1", C1, 1));
    crm.customers().ageStages(Company.date(300), by(300));

    assertThat(record(sale("2", C1, 301)).findStage()).contains(Stage.WON_BACK);
    assertThat(record(sale("3", C1, 302)).findStage()).contains(Stage.ACTUAL);
  }

  @Test
  void record_latePurchaseOfADormantCustomer_staysDormant() {
    record(sale("2", C1, 10));
    crm.customers().ageStages(Company.date(300), by(300));

    assertThat(record(sale("1", C1, 1)).findStage()).contains(Stage.DORMANT);
  }

  @Test
  void record_unregistered_refusedAndNothingStored() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> record(sale("1", CustomerId.of("C9"), 1)))
        .withMessageContaining("customer C9 is not registered");
    assertThat(purchasesInStorage()).isEmpty();
  }

  @Test
  void record_currencyWithoutRate_refusedAndNothingStored() {
    Purchase dollars = Purchase.builder(PurchaseId.of("1"), C1, at(1))
        .amount(Money.of("1.00", "USD"))
        .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> record(dollars))
        .withMessageContaining("no rate from USD into CNY");
    assertThat(purchasesInStorage()).isEmpty();
    assertThat(crm.customers().findStanding(C1).orElseThrow().summary().isEmpty())
        .isTrue();
  }

  @Test
  void record_otherCurrencyWithRate_convertedAtTheDay() {
    ExchangeRates rates = ExchangeRates.into(Company.CNY)
        .rate(Currency.getInstance("USD"), Company.date(0), new BigDecimal("7.10"))
        .build();
    Crm other = Company.on(company.storage).rates(rates).build();
    Purchase dollars = Purchase.builder(PurchaseId.of("1"), C1, at(1))
        .amount(Money.of("10.00", "USD"))
        .build();

    assertThat(other.purchases().record(dollars, by(1)).standing().summary().spendMinor())
        .isEqualTo(7_100);
  }

  @Test
  void record_walkIn_unknownWithoutStanding() {
    CounterAnswer answer = record(sale("1", CustomerId.of("walk-in"), 1));

    assertThat(answer.recognition()).isEqualTo(Recognition.UNKNOWN);
    assertThat(answer.standing()).isNull();
    assertThat(answer.findStage()).isEmpty();
    assertThat(purchasesInStorage()).hasSize(1);
  }

  @Test
  void recordGuest_knownPhone_thatCustomer() {
    crm.customers()
        .registerAnyway(
            named(CustomerId.of("C3"), "Lotus Tea").toBuilder()
                .contactPoint(phone("+86 138 0013 8000"))
                .build(),
            by(0));
    record(sale("1", CustomerId.of("C3"), 1));

    CounterAnswer answer = recordGuest("2", "138-0013-8000", 2);

    assertThat(answer.customer()).isEqualTo(CustomerId.of("C3"));
    assertThat(answer.recognition()).isEqualTo(Recognition.RETURNING);
  }

  @Test
  void recordGuest_unknownPhone_registeredAndRecognisedNextTime() {
    CounterAnswer first = recordGuest("1", "139 0000 1111", 1);
    CounterAnswer second = recordGuest("2", "+86 139 0000 1111", 2);

    assertThat(first.recognition()).isEqualTo(Recognition.NEW);
    assertThat(second.recognition()).isEqualTo(Recognition.RETURNING);
    assertThat(second.customer()).isEqualTo(first.customer());
    assertThat(crm.customers().find(first.customer()).orElseThrow().value().source())
        .isEqualTo("guest");
  }

  @Test
  void recordGuest_sentAgain_once() {
    recordGuest("1", "139 0000 1111", 1);

    assertThat(recordGuest("1", "139 0000 1111", 1).outcome()).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(purchasesInStorage()).hasSize(1);
  }

  @Test
  void recordGuest_twoCustomersWithThePhone_unknownUntilSomebodySays() {
    for (String id : List.of("C3", "C4")) {
      crm.customers()
          .registerAnyway(
              named(CustomerId.of(id), "Twin " + id).toBuilder()
                  .contactPoint(phone("13800138000"))
                  .build(),
              by(0));
    }

    CounterAnswer answer = recordGuest("1", "13800138000", 1);

    assertThat(answer.recognition()).isEqualTo(Recognition.UNKNOWN);
    assertThat(answer.recognised().basis())
        .hasToString("2 customers have a number or address of the guest");
    assertThat(answer.customer()).isEqualTo(CustomerId.of("guest 1"));
    assertThat(recordGuest("1", "13800138000", 1).outcome()).isEqualTo(AppendOutcome.DUPLICATE);
  }

  @Test
  void recordGuest_newIdOfSomebodyElse_refusedAndNothingStored() {
    recordGuest("1", "139 0000 2222", 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> crm.purchases()
            .recordGuest(
                Guest.of(phone("139 0000 4444")),
                CustomerId.of("guest 1"),
                id -> sale("2", id, 2),
                by(2)))
        .withMessageContaining("the new id guest 1 is that of a customer who has no number");
    assertThat(purchasesInStorage()).hasSize(1);
  }

  @Test
  void recordGuest_sentAgainAfterAnotherWithThePhoneCame_stillTheSame() {
    CounterAnswer first = recordGuest("1", "139 0000 1111", 1);
    crm.customers()
        .registerAnyway(
            named(CustomerId.of("D"), "Twin").toBuilder()
                .contactPoint(phone("13900001111"))
                .build(),
            by(1));

    CounterAnswer again = recordGuest("1", "139 0000 1111", 1);
    assertThat(again.outcome()).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(again.customer()).isEqualTo(first.customer());
  }

  @Test
  void recordGuest_purchaseOfAnother_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> crm.purchases()
            .recordGuest(
                Guest.of(phone("139 0000 4444")),
                CustomerId.of("g"),
                id -> sale("1", C1, 1),
                by(1)))
        .withMessageContaining("purchase 1 is of C1, it must be of g");
    assertThat(crm.customers().find(CustomerId.of("g"))).isEmpty();
  }

  @Test
  void toSay_creditNoteOrConflict_noGreeting() {
    record(sale("1", C1, 1));

    assertThat(record(credit("k", C1, 2, "1", "-100.00")).toSay()).isEmpty();
    assertThat(record(sale("1", C2, 2)).toSay()).isEmpty();
  }

  @Test
  void recordGuest_wrongCode_recognisesNobody() {
    Guest guest =
        new Guest("x", List.of(), List.of(ExternalId.of(ExternalId.USCC, "91350100M000100Y44")));

    CounterAnswer answer =
        crm.purchases().recordGuest(guest, CustomerId.of("g"), id -> sale("1", id, 1), by(1));

    assertThat(answer.customer()).isEqualTo(CustomerId.of("walk-in"));
    assertThat(answer.recognition()).isEqualTo(Recognition.UNKNOWN);
  }

  @Test
  void toSay_classAndOwner_entitlementForTheLoyalNotForTheNew() {
    Crm express =
        Company.on(new InMemoryStorage()).entitlement("abc", "A", "goes first").build();
    express.customers().register(named(C1, "Shunfeng Toys"), by(0));
    express.customers().assess(List.of(classA()), by(0));

    assertThat(say(express.purchases().record(sale("1", C1, 1), by(1))))
        .containsExactly("new customer: welcome, and ask what else there is to ship");
    assertThat(say(express.purchases().record(sale("2", C1, 2), by(2))))
        .containsExactly("abc A: goes first");
  }

  @Test
  void hint_ofTheHost_saidAfterTheOthers() {
    Crm express = Company.on(new InMemoryStorage())
        .hint(answer -> java.util.Optional.of(Reason.of("host.note")))
        .build();
    express.customers().register(named(C1, "Shunfeng Toys"), by(0));

    assertThat(express.purchases().record(sale("1", C1, 1), by(1)).toSay())
        .extracting(Reason::key)
        .containsExactly("counter.welcome", "host.note");
  }

  /** Everything that is kept is what a computation from the facts gives, whatever order they come in. */
  @Property(tries = 200)
  void record_anyOrder_standingAndAnswersAreThoseOfTheWholeHistory(
      @ForAll @Size(max = 10) List<@IntRange(min = 0, max = 900) Integer> days,
      @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 12) Integer> reversed,
      @ForAll Random random) {
    Company fresh = new Company().with(named(C1, "Shunfeng Toys"));
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      purchases.add(sale("s" + i, C1, days.get(i)));
    }
    for (int i = 0; i < reversed.size(); i++) {
      purchases.add(
          credit("k" + i, C1, i * 100, "s" + reversed.get(i), i % 2 == 0 ? "-100.00" : "-50.00"));
    }
    Collections.shuffle(purchases, random);
    Map<PurchaseId, Recognition> said = new HashMap<>();
    for (Purchase purchase : purchases) {
      CounterAnswer answer = fresh.crm.purchases().record(purchase, by(0));
      said.put(purchase.id(), answer.recognition());
      answer
          .changes()
          .forEach(change -> said.put(change.purchase(), change.after().recognition()));
    }

    PurchaseHistory history = PurchaseHistory.of(purchases, RecognitionPolicy.DEFAULT);
    Standing standing = fresh.crm.customers().findStanding(C1).orElseThrow();
    assertThat(standing.summary())
        .isEqualTo(history.summary(ExchangeRates.none(Company.CNY), Company.ZONE));
    assertThat(standing.first()).isEqualTo(history.findFirst().orElse(null));
    assertThat(standing.last()).isEqualTo(history.findLast().orElse(null));
    assertThat(standing.awaited()).isEqualTo(history.awaited());
    assertThat(standing.stage().stage())
        .isEqualTo(fresh.crm.customers().stages(C1).findLatest().orElseThrow().to());
    for (Recognised recognised : history.recognitions(Company.ZONE)) {
      assertThat(said).containsEntry(recognised.purchase(), recognised.recognition());
    }
  }

  private CounterAnswer record(Purchase purchase) {
    return crm.purchases().record(purchase, Company.by(0));
  }

  private CounterAnswer recordGuest(String purchase, String phone, int day) {
    return crm.purchases()
        .recordGuest(
            Guest.of(phone(phone)),
            CustomerId.of("guest " + purchase),
            id -> sale(purchase, id, day),
            by(day));
  }

  private List<Purchase> purchasesInStorage() {
    return company
        .storage
        .log(Purchase.TYPE)
        .list(LogQuery.all(), Page.first(99))
        .items();
  }

  private static List<String> say(CounterAnswer answer) {
    return answer.toSay().stream().map(Reason::toString).toList();
  }

  @Test
  void consumption_everyTenDays_cycleAmountAndNextOne() {
    Crm crm = new Company().with(named(C1, "Shunfeng Toys")).crm;
    for (int i = 0; i < 4; i++) {
      crm.purchases().record(sale("S" + i, C1, 10 * i, "100.00"), by(10 * i));
    }

    var profile = crm.purchases().consumption(C1, Company.date(35), 20);

    assertThat(profile.medianGap()).isEqualTo(10);
    assertThat(profile.meanAmount()).isEqualTo(Money.of("100.00", "CNY"));
    assertThat(profile.findNextExpected()).contains(Company.date(40));
    assertThat(profile.countChange()).isZero();
  }

  private static Assessment classA() {
    ObservationWindow window = new ObservationWindow(Company.date(-365), Company.date(0));
    return Assessment.of(
        C1, "abc", "A", Company.date(0), List.of(), Provenance.of("abc", Map.of(), window, 1));
  }
}
