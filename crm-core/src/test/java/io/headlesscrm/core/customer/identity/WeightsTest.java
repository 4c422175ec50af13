package io.headlesscrm.core.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

  @Test
  void prior_byHand() {
    // 5,000 pairs among 100,000 x 99,999 / 2, near enough: log2(0.1 / 100,000)
    assertThat(Weights.prior(100_000)).isCloseTo(-19.93, within(0.005));
    assertThat(Weights.prior(10)).isEqualTo(Weights.prior(10_000));
  }

  @Test
  void probability_byHand() {
    assertThat(Weights.probability(0, Double.POSITIVE_INFINITY)).isEqualTo(0.5);
    assertThat(Weights.probability(3, 3)).isEqualTo(0.8, within(1e-12)); // 1 / (1 + 1/8 + 1/8)
    assertThat(Weights.probability(-2000, 5)).isZero();
  }

  @Test
  void shared_moreCustomers_countLessAndNeverAgainst() {
    assertThat(Weights.shared(13, 3, 2)).isEqualTo(13);
    assertThat(Weights.shared(13, 3, 3)).isEqualTo(10, within(1e-12));
    assertThat(Weights.shared(13, 3, 1_000_000)).isZero();
  }

  @Test
  void bits_rareAndCommonParts_byHand() {
    NameRarity rarity = NameRarity.counted();
    for (int i = 0; i < 90_000; i++) {
      rarity.countCustomer(List.of(i < 10_002 ? "贸易" : "x" + i));
    }

    // (10,000 others + 100 assumed) of 100,000, and 0.5 of 100,000
    assertThat(rarity.bits("贸易")).isCloseTo(3.31f, within(0.005f));
    assertThat(rarity.bits("x20000")).isCloseTo(17.61f, within(0.005f));
  }

  @Test
  void bits_sampled_noRarerThanAssumedByHand() {
    NameRarity rarity = NameRarity.sampled(90_000);
    for (int i = 0; i < 402; i++) {
      rarity.countCustomer(List.of("华鑫"));
    }

    assertThat(rarity.bits("华鑫")).isCloseTo(7.96f, within(0.005f)); // 400.5 of 100,000
    assertThat(rarity.bits("迥然")).isCloseTo(14.29f, within(0.005f)); // 0.5 of 10,000
    assertThat(rarity.bits("贸易")).isCloseTo(6.64f, within(0.005f)); // 100 of 10,000
  }
}
