package io.headlesscrm.core.customer.quality;

import static io.headlesscrm.core.customer.quality.Records.TODAY;
import static io.headlesscrm.core.customer.quality.Records.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseLine;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import io.headlesscrm.core.purchase.recognition.RecognitionPolicy;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DossierTest {

  private static final CustomerId A = CustomerId.of("A");
  private static final Currency CNY = Currency.getInstance("CNY");

  /** A Monday. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static final List<Purchase> PURCHASES = List.of(
      purchase("1", MONDAY, "air", "10"),
      purchase("2", MONDAY.plusDays(7), "sea", "30"),
      purchase("3", MONDAY.plusDays(8), "rail", "5"),
      purchase("4", MONDAY.plusDays(21), "air", "15"),
      purchase("5", MONDAY.plusDays(22), "road", "45"));

  @Test
  void contactFacts_allSixAndPurchases_complete() {
    Dossier dossier = Dossier.of(good("A").build(), facts(PURCHASES), TODAY);

    assertThat(dossier.completeness()).isEqualTo(1);
    assertThat(dossier.missing()).isEmpty();
  }

  @Test
  void missing_bareRecordWithoutPurchase_listed() {
    Dossier dossier = Dossier.of(Customer.organisation(A, "x").build(), BehaviourFacts.NONE, TODAY);

    assertThat(dossier.completeness()).isEqualTo(0.1);
    assertThat(dossier.missing())
        .containsExactly(
            DossierFact.CONTACT_WAY,
            DossierFact.ADDRESS,
            DossierFact.LATENT_NEED,
            DossierFact.LIKES_AND_DISLIKES,
            DossierFact.DECISION_RIGHT,
            DossierFact.PRODUCT_INTEREST,
            DossierFact.SPENDING_TENDENCY,
            DossierFact.PURCHASE_TIME,
            DossierFact.FREQUENCY);
  }

  @Test
  void contactWay_expired_missing() {
    Customer customer = good("A").contactPoints(List.of(Records.endsOn(TODAY))).build();

    assertThat(Dossier.of(customer, BehaviourFacts.NONE, TODAY).missing())
        .startsWith(DossierFact.CONTACT_WAY);
    assertThat(Dossier.of(customer, BehaviourFacts.NONE, TODAY.minusDays(1)).known())
        .contains(DossierFact.CONTACT_WAY);
  }

  @Test
  void decisionRight_knownNotToDecide_known() {
    Customer customer =
        good("A").contacts(List.of(new Contact("Wu", null, false, List.of()))).build();

    assertThat(Dossier.of(customer, BehaviourFacts.NONE, TODAY).known())
        .contains(DossierFact.DECISION_RIGHT);
  }

  /**
   * By item: road 45, sea 30, air 25, rail 5. Halves of five: 10 + 30 and 15 + 45, the middle 5 left out: 60/40 - 1.
   * Mondays 3, Tuesdays 2. Gaps 7, 1, 13, 1: median (1 + 7)/2.
   */
  @Test
  void behaviour_handMade_asComputedByHand() {
    BehaviourFacts facts = facts(PURCHASES);

    assertThat(facts)
        .isEqualTo(new BehaviourFacts(
            List.of("road", "sea", "air"),
            OptionalDouble.of(0.5),
            DayOfWeek.MONDAY,
            OptionalDouble.of(4)));
  }

  @Test
  void behaviour_onePurchase_noTendencyAndNoFrequency() {
    assertThat(facts(PURCHASES.subList(0, 1)).known())
        .containsExactlyInAnyOrder(DossierFact.PRODUCT_INTEREST, DossierFact.PURCHASE_TIME);
    assertThat(facts(List.of())).isEqualTo(BehaviourFacts.NONE);
  }

  @Test
  void behaviourFacts_purchasesWithoutLines_interestToMend() {
    List<Purchase> bare = List.of(
        amount("1", MONDAY), amount("2", MONDAY.plusDays(3)), amount("3", MONDAY.plusDays(4)));
    Map<CustomerId, BehaviourFacts> known =
        Map.of(A, facts(bare), CustomerId.of("B"), facts(bare.subList(0, 1)));
    QualityRules rules = QualityRules.of(List.of(
        CompletenessRules.behaviourFacts(customer -> Optional.ofNullable(known.get(customer)))));

    assertThat(rules.inspect(good("A").build(), TODAY).findings())
        .extracting(finding -> finding.problem().toString())
        .containsExactly("not known: what it buys");
    assertThat(rules.inspect(good("A").build(), TODAY).score()).hasValue(0.75);
    assertThat(rules.inspect(good("B").build(), TODAY).score()).isEmpty();
    assertThat(rules.inspect(good("C").build(), TODAY).score()).isEmpty();
  }

  @Property(tries = 30)
  void behaviour_anyOrder_recomputedTheSame(@ForAll long seed) {
    List<Purchase> shuffled = new ArrayList<>(PURCHASES);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(facts(shuffled)).isEqualTo(facts(PURCHASES));
  }

  private static BehaviourFacts facts(List<Purchase> purchases) {
    return BehaviourFacts.of(
        PurchaseHistory.of(purchases, RecognitionPolicy.DEFAULT),
        ExchangeRates.none(CNY),
        ZoneOffset.UTC);
  }

  private static Purchase purchase(String id, LocalDate day, String item, String amount) {
    return Purchase.builder(PurchaseId.of(id), A, day.atStartOfDay().toInstant(ZoneOffset.UTC))
        .line(new PurchaseLine(item, BigDecimal.ONE, new BigDecimal(amount)))
        .amountOfLines(CNY)
        .build();
  }

  private static Purchase amount(String id, LocalDate day) {
    return Purchase.builder(PurchaseId.of(id), A, day.atStartOfDay().toInstant(ZoneOffset.UTC))
        .amount(Money.of("10", "CNY"))
        .build();
  }
}
