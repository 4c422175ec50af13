package io.headlesscrm.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HypergeometricTest {

  /** Fisher's tea: all four of four cups right is 1 in 70, at least three 17 in 70. */
  @Test
  void upperTail_theLadyTastingTea_theFiguresOfTheBook() {
    assertThat(Hypergeometric.upperTail(4, 4, 4, 8)).isCloseTo(1 / 70.0, within(1e-15));
    assertThat(Hypergeometric.upperTail(3, 4, 4, 8)).isCloseTo(17 / 70.0, within(1e-15));
    assertThat(Hypergeometric.upperTail(0, 4, 4, 8)).isEqualTo(1);
  }

  @Test
  void upperTail_randomTables_equalsExactFractions() {
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      int total = 1 + random.nextInt(i < 200 ? 40 : 900);
      int sample = random.nextInt(total + 1);
      int marked = random.nextInt(total + 1);
      int count = random.nextInt(Math.min(sample, marked) + 1);

      double exact = exact(count, sample, marked, total);
      assertThat(Hypergeometric.upperTail(count, sample, marked, total))
          .as("%d of %d, %d of %d", count, sample, marked, total)
          .isCloseTo(exact, within(1e-11 * Math.max(exact, 1e-300) + (exact > 0.4 ? 1e-12 : 0)));
    }
  }

  private static double exact(int count, int sample, int marked, int total) {
    BigInteger sum = BigInteger.ZERO;
    for (int k = count; k <= Math.min(sample, marked); k++) {
      sum = sum.add(choose(marked, k).multiply(choose(total - marked, sample - k)));
    }
    return new BigDecimal(sum)
        .divide(new BigDecimal(choose(total, sample)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger value = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      value = value.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return value;
  }
}
