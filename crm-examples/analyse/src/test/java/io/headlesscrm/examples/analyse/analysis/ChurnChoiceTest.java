package io.headlesscrm.examples.analyse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChurnChoiceTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  private static CustomerBase base(int customers) {
    Random random = new Random(4);
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int i = 0; i < customers; i++) {
      double mean = 10 + 80 * random.nextDouble();
      double day = random.nextInt(300);
      boolean stays = true;
      while (day < 365 && stays) {
        log.add(CustomerId.of("K" + i), START.plusDays((long) day), Money.of("10.00", "EUR"));
        day += 1 - mean * Math.log(1 - random.nextDouble());
        stays = random.nextDouble() > 0.1;
      }
    }
    return log.build().asOf(START.plusDays(365));
  }

  @Test
  void of_enoughToLearn_isTheDefaultScorerOfTheLibrary() {
    CustomerBase base = base(700);
    ChurnChoice choice = ChurnChoice.of(base);

    assertThat(choice.scorer()).contains(Blend.fit(base).orThrow());
    assertThat(choice.scorer().orElseThrow().name()).isEqualTo(Blend.NAME);
    assertThat(choice.model()).isPresent();
    assertThat(ModelLabels.of(choice.scorer().orElseThrow()).text(Locale.ENGLISH))
        .isEqualTo("a regression on earlier windows blended with BG/NBD, MBG/NBD, Pareto/NBD");
  }

  @Test
  void of_fewCustomers_fallsBackAndSaysSo() {
    ChurnChoice choice = ChurnChoice.of(base(100));

    assertThat(choice.scorer().orElseThrow().name()).isEqualTo(Blend.MODELS);
    assertThat(choice.verdicts()).extracting(Verdict::code).startsWith("TOO_LITTLE_TO_LEARN");
    assertThat(ModelLabels.of(choice.scorer().orElseThrow()).text(Locale.CHINESE))
        .isEqualTo("BG/NBD, MBG/NBD, Pareto/NBD 的均值");
  }

  @Test
  void of_nobodyCameBack_saysWhyThereIsNothing() {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    log.add(CustomerId.of("a"), START, Money.of("10.00", "EUR"));
    ChurnChoice choice = ChurnChoice.of(log.build().asOf(START.plusDays(90)));

    assertThat(choice.scorer()).isEmpty();
    assertThat(choice.model()).isEmpty();
    assertThat(choice.verdicts()).extracting(Verdict::code).containsExactly("NO_REPEAT_PURCHASES");
  }

  /** Every name that a scorer can have has a text. */
  @Test
  void texts_everyScorer_inBothLanguages() {
    for (String name : new String[] {Blend.NAME, Blend.MODELS, PurchaseCycle.NAME}) {
      for (String key : new String[] {"analyse.scorer.", "analyse.method.churn."}) {
        var reason = Reason.of(key + name).withValue("models", "X");
        assertThat(reason.text(Locale.ENGLISH)).doesNotContain("analyse.");
        assertThat(reason.text(Locale.CHINESE)).containsPattern("\\p{IsHan}");
      }
    }
  }
}
