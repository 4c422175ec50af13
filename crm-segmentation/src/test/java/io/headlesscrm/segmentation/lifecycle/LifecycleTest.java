package io.headlesscrm.segmentation.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** Everybody's own gap is its own: the base's gap of 10 days weighs next to nothing. */
  private static final Rhythm OWN = new Rhythm(10, 1e-9, 2, 4, 3);

  private static LifecycleModel model(Rhythm rhythm) {
    CustomerBase base = base(asOf(1), 0);
    LifecycleModel fitted = Lifecycle.standard().fit(base);
    return LifecycleModel.of(rhythm, fitted.notices(), fitted.provenance());
  }

  private static LocalDate asOf(int day) {
    return START.plusDays(day);
  }

  private static CustomerBase base(LocalDate asOf, int... days) {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Bases.EUR);
    for (int day : days) {
      log.add(CustomerId.of("a"), START.plusDays(day), Money.of("5.00", "EUR"));
    }
    return log.build().asOf(asOf);
  }

  @Test
  void segment_weeklyBuyer_eachStageInItsTime() {
    LifecycleModel model = model(OWN);

    assertThat(stage(model, 1, 0)).isEqualTo("new");
    assertThat(stage(model, 20, 0)).isEqualTo("new");
    assertThat(stage(model, 21, 0)).isEqualTo("slipping");
    assertThat(stage(model, 41, 0)).isEqualTo("lapsed");
    assertThat(stage(model, 8, 0, 7)).isEqualTo("active");
    assertThat(stage(model, 15, 0, 7, 14)).isEqualTo("repeating");
    // two gaps of a week after day 14 are over with day 28
    assertThat(stage(model, 28, 0, 7, 14)).isEqualTo("repeating");
    assertThat(stage(model, 29, 0, 7, 14)).isEqualTo("slipping");
    assertThat(stage(model, 43, 0, 7, 14)).isEqualTo("lapsed");
    assertThat(stage(model, 61, 0, 7, 14, 60)).isEqualTo("won-back");
    assertThat(stage(model, 68, 0, 7, 14, 60, 67)).isEqualTo("repeating");
  }

  @Test
  void history_weeklyBuyerWhoCameBack_everyChangeWithItsDate() {
    CustomerBase base = base(asOf(300), 0, 7, 14, 60, 67, 74);

    // after day 74 the mean gap is 74 / 5 = 14.8: two of them end with day 103, four with day 133
    assertThat(model(OWN).history(base, 0))
        .containsExactly(
            new StageChange(Stage.NEW, START),
            new StageChange(Stage.ACTIVE, START.plusDays(7)),
            new StageChange(Stage.REPEATING, START.plusDays(14)),
            new StageChange(Stage.SLIPPING, START.plusDays(29)),
            new StageChange(Stage.LAPSED, START.plusDays(43)),
            new StageChange(Stage.WON_BACK, START.plusDays(60)),
            new StageChange(Stage.REPEATING, START.plusDays(67)),
            new StageChange(Stage.SLIPPING, START.plusDays(104)),
            new StageChange(Stage.LAPSED, START.plusDays(134)));
  }

  @Test
  void fit_gapsOfTheBase_meanOfAllAndDrawnToByFewOfOnesOwn() {
    LocalDate asOf = START.plusDays(100);
    PurchaseLog log = PurchaseLogBuilder.of(Bases.EUR)
        .add(CustomerId.of("a"), START, Money.of("5.00", "EUR"))
        .add(CustomerId.of("a"), START.plusDays(10), Money.of("5.00", "EUR"))
        .add(CustomerId.of("a"), START.plusDays(20), Money.of("5.00", "EUR"))
        .add(CustomerId.of("b"), START, Money.of("5.00", "EUR"))
        .add(CustomerId.of("b"), START.plusDays(40), Money.of("5.00", "EUR"))
        .add(CustomerId.of("c"), START, Money.of("5.00", "EUR"))
        .build();
    LifecycleModel model = Lifecycle.standard().fit(log.asOf(asOf));

    // 60 days in 3 gaps
    assertThat(model.rhythm().usualGap()).isEqualTo(20);
    assertThat(model.rhythm().gap(20, 2)).isEqualTo((20 + 20) / 3.0);
    assertThat(model.rhythm().gap(0, 0)).isEqualTo(20);
  }

  /** Moving by the stated number of days changes the stage, a day less does not. */
  @Test
  void explain_outlookOfRandomCustomers_exactToTheDay() {
    Random random = new Random(3);
    LifecycleModel model = model(new Rhythm(30, 1, 2, 4, 3));
    for (int i = 0; i < 2_000; i++) {
      int[] days =
          random.ints(1 + random.nextInt(6), 0, 200).sorted().distinct().toArray();
      int now = days[days.length - 1] + 1 + random.nextInt(150);
      Segmentation segments = model.segment(base(asOf(now), days));
      for (Reason reason : segments.explain(0).reasons()) {
        if (reason.key().equals("lifecycle.outlook")) {
          int ahead = ((Long) reason.values().get("days")).intValue();
          Segment then = model.segment(base(asOf(now + ahead), days)).segment(0);
          Segment before = model.segment(base(asOf(now + ahead - 1), days)).segment(0);

          assertThat(reason.values()).containsEntry("date", asOf(now + ahead));
          assertThat(reason.values().get("segment")).isEqualTo(then.toReason());
          assertThat(before).isNotEqualTo(then);
        }
      }
    }
  }

  @Test
  void explain_silentCustomer_saysHowLongAndWhatIsUsual() {
    Segmentation segments = model(OWN).segment(base(asOf(30), 0, 7, 14));

    assertThat(segments.explain(0).text(Locale.ENGLISH))
        .isEqualTo("a: Slipping\n- silent for 16 days where 7 are usual after 3 purchase days\n"
            + "- Slipping since 2026-01-30\n"
            + "- 13 more days without a purchase, until 2026-02-13, would make it Lapsed");
    assertThat(segments.explain(0).text(Locale.CHINESE)).contains("流失预警客户", "再过 13 天");
  }

  @Test
  void segment_onlyReturns_unassessedAndSaid() {
    PurchaseLog log = PurchaseLogBuilder.of(Bases.EUR)
        .add(CustomerId.of("a"), START, Money.of("-5.00", "EUR"))
        .build();
    CustomerBase base = log.asOf(asOf(9), ReturnsPolicy.NET);
    LifecycleModel model = Lifecycle.standard().fit(base);

    assertThat(model.segment(base).segment(0)).isEqualTo(Segment.UNASSESSED);
    assertThat(model.history(base, 0)).isEmpty();
    assertThat(model.notices())
        .extracting(Object::toString)
        .containsExactly(
            "nobody came back yet: a gap of 90 days is taken to be usual",
            "1 customer has only returns and is in no stage");
  }

  @Test
  void build_factorsOutOfOrder_refused() {
    assertThatThrownBy(() -> Lifecycle.builder().slippingAfter(4).lapsedAfter(2).build())
        .hasMessageContaining("lapsed is 2.0")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> Lifecycle.builder().repeatingFrom(1).build())
        .hasMessageContaining("repeatingFrom is 1");
    assertThatThrownBy(() -> Lifecycle.builder().priorGaps(0).build())
        .hasMessageContaining("priorGaps is 0.0");
  }

  private static String stage(LifecycleModel model, int now, int... days) {
    return model.segment(base(asOf(now), days)).segment(0).code();
  }
}
