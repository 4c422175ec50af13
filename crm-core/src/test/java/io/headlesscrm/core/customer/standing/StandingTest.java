package io.headlesscrm.core.customer.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.purchase.recognition.Occasion;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private static final CustomerId C1 = CustomerId.of("C1");
  private static final CustomerId C2 = CustomerId.of("C2");

  @Test
  void document_everyPart_roundTrip() {
    Standing standing = buyer(C1, "1", AT, MARCH)
        .withOwner(ActorId.of("sales-1"))
        .with(assessment("abc", "A", MARCH));

    assertThat(reread(standing)).isEqualTo(standing);
  }

  @Test
  void document_justRegistered_roundTrip() {
    Standing standing = Standing.of(change(C1, null, Stage.POTENTIAL, AT, false));

    assertThat(reread(standing)).isEqualTo(standing);
    assertThat(standing.isBuyer()).isFalse();
  }

  @Test
  void with_assessments_latestOfEachKind() {
    Standing standing = buyer(C1, "1", AT, MARCH)
        .with(assessment("abc", "A", MARCH))
        .with(assessment("rfm", "Champions", MARCH))
        .with(assessment("abc", "C", MARCH.minusDays(1)));
    assertThat(standing.findClass("abc")).contains("A");

    assertThat(standing.with(assessment("abc", "B", MARCH)).findClass("abc")).contains("B");
    assertThat(standing.findClass("none")).isEmpty();
    assertThat(Standing.CLASS.keys(standing)).containsExactlyInAnyOrder("abc=A", "rfm=Champions");
  }

  @Test
  void mergedWith_buyerAndLaterLead_buyersStageAndEverything() {
    Standing buyer = buyer(C1, "1", AT, MARCH);
    Standing lead = Standing.of(change(C2, null, Stage.POTENTIAL, AT.plusSeconds(9), false))
        .withOwner(ActorId.of("sales-2"))
        .with(assessment("abc", "A", MARCH));

    Standing merged = buyer.mergedWith(lead);

    assertThat(merged.customer()).isEqualTo(C1);
    assertThat(merged.stage()).isEqualTo(buyer.stage());
    assertThat(merged.summary()).isEqualTo(buyer.summary());
    assertThat(merged.owner()).isEqualTo(ActorId.of("sales-2"));
    assertThat(merged.findClass("abc")).contains("A");
    assertThat(lead.mergedWith(buyer).stage()).isEqualTo(buyer.stage());
  }

  @Test
  void mergedWith_twoBuyers_sumsFirstAndLast() {
    Standing one = buyer(C1, "1", AT, MARCH);
    Standing other = buyer(C2, "2", AT.plusSeconds(86_400), MARCH.plusDays(1));

    Standing merged = one.mergedWith(other);

    assertThat(merged.summary())
        .isEqualTo(
            PurchaseSummary.empty().withPurchase(MARCH, 100).withPurchase(MARCH.plusDays(1), 100));
    assertThat(merged.first()).isEqualTo(one.first());
    assertThat(merged.last()).isEqualTo(other.last());
    assertThat(merged.stage()).isEqualTo(other.stage());
    assertThat(merged.awaited())
        .containsExactlyInAnyOrder(PurchaseId.of("a1"), PurchaseId.of("a2"));
    assertThat(other.mergedWith(one).withOwner(null).summary()).isEqualTo(merged.summary());
  }

  @Test
  void changeId_manyChanges_inTheirOrderAsText() {
    assertThat(Standing.changeId(C1, 0)).isEqualTo("C1#000001");
    assertThat(Standing.changeId(C1, 9)).isGreaterThan(Standing.changeId(C1, 8));
    assertThat(Standing.changeId(C1, 1_234_567)).isEqualTo("C1#1234568");
  }

  private static Standing buyer(CustomerId customer, String purchase, Instant at, LocalDate day) {
    Occasion occasion = new Occasion(at, PurchaseId.of(purchase));
    return Standing.of(change(customer, null, Stage.POTENTIAL, at.minusSeconds(1), false))
        .with(change(customer, Stage.POTENTIAL, Stage.ACTUAL, at, true))
        .withPurchases(
            PurchaseSummary.empty().withPurchase(day, 100),
            occasion,
            occasion,
            Set.of(PurchaseId.of("a" + purchase)));
  }

  private static StageChange change(
      CustomerId customer, @Nullable Stage from, Stage to, Instant at, boolean buyer) {
    return new StageChange(
        Standing.changeId(customer, from == null ? 0 : 1),
        customer,
        from,
        to,
        at,
        buyer,
        ActorId.of("desk"),
        Reason.of("stage.bought"));
  }

  private static Assessment assessment(String kind, String value, LocalDate asOf) {
    ObservationWindow window = new ObservationWindow(asOf.minusDays(30), asOf);
    return Assessment.of(
        C1, kind, value, asOf, List.of(), Provenance.of(kind, Map.of(), window, 1));
  }

  private static Standing reread(Standing standing) {
    return Standing.TYPE.read(JsonDocument.parse(Standing.TYPE.write(standing).toString()));
  }
}
