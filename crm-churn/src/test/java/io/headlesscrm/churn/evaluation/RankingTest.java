package io.headlesscrm.churn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RankingTest {

  private record Customer(int first, int second, boolean left) {}

  @Provide
  Arbitrary<List<Customer>> customers() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(0, 8),
            Arbitraries.of(true, false))
        .as(Customer::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(40)
        .filter(list ->
            list.stream().anyMatch(Customer::left) && list.stream().anyMatch(one -> !one.left()));
  }

  private static double[] first(List<Customer> customers) {
    return customers.stream().mapToDouble(Customer::first).toArray();
  }

  private static double[] second(List<Customer> customers) {
    return customers.stream().mapToDouble(Customer::second).toArray();
  }

  private static boolean[] left(List<Customer> customers) {
    boolean[] left = new boolean[customers.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = customers.get(i).left();
    }
    return left;
  }

  private static double outranks(double leaver, double stayer) {
    return leaver > stayer ? 1 : leaver == stayer ? 0.5 : 0;
  }

  /** All pairs of one who left and one who stayed, by definition. */
  @Property(tries = 300)
  void auc_anyScores_isThePartOfPairsInOrder(@ForAll("customers") List<Customer> customers) {
    double pairs = 0;
    double inOrder = 0;
    for (Customer leaver : customers) {
      for (Customer stayer : customers) {
        if (leaver.left() && !stayer.left()) {
          pairs++;
          inOrder += outranks(leaver.first(), stayer.first());
        }
      }
    }
    assertThat(Ranking.of(first(customers), left(customers)).auc())
        .isCloseTo(inOrder / pairs, within(1e-12));
  }

  /** DeLong's variance of a difference, written out over all pairs. */
  @Property(tries = 300)
  void compare_anyScores_hasDeLongsVariance(@ForAll("customers") List<Customer> customers) {
    List<Customer> leavers = customers.stream().filter(Customer::left).toList();
    List<Customer> stayers = customers.stream().filter(one -> !one.left()).toList();
    double[] ofLeavers = leavers.stream()
        .mapToDouble(leaver -> stayers.stream()
            .mapToDouble(stayer -> outranks(leaver.first(), stayer.first())
                - outranks(leaver.second(), stayer.second()))
            .average()
            .orElseThrow())
        .toArray();
    double[] ofStayers = stayers.stream()
        .mapToDouble(stayer -> leavers.stream()
            .mapToDouble(leaver -> outranks(leaver.first(), stayer.first())
                - outranks(leaver.second(), stayer.second()))
            .average()
            .orElseThrow())
        .toArray();
    double variance = variance(ofLeavers) / leavers.size() + variance(ofStayers) / stayers.size();

    Ranking one = Ranking.of(first(customers), left(customers));
    Ranking other = Ranking.of(second(customers), left(customers));
    PairedTest test = one.compare(other);

    assertThat(test.difference()).isCloseTo(one.auc() - other.auc(), within(1e-15));
    assertThat(test.standardError() * test.standardError()).isCloseTo(variance, within(1e-12));
    assertThat(one.compare(one).pValue()).isEqualTo(1);
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return squares / Math.max(1, values.length - 1);
  }

  /** Four leavers and four stayers; DeLong by hand: V10 of .75 .75 1 1, V01 of 1 1 1 .5. */
  @Test
  void aucInterval_eightCustomers_byHand() {
    double[] scores = {3, 3.5, 6, 7, 1, 1.5, 2, 5};
    boolean[] left = {true, true, true, true, false, false, false, false};
    double variance = (1 / 48.0) / 4 + (1 / 16.0) / 4;
    Ranking ranking = Ranking.of(scores, left);

    assertThat(ranking.auc()).isEqualTo(14 / 16.0);
    assertThat(ranking.aucInterval().low())
        .isCloseTo(0.875 - 1.959963984540054 * Math.sqrt(variance), within(1e-12));
    assertThat(ranking.aucInterval().high()).isEqualTo(1);
  }

  @Test
  void averagePrecision_ties_takeThePrecisionAfterAllOfThem() {
    boolean[] left = {true, false, true, false};

    assertThat(Ranking.of(new double[] {4, 3, 2, 1}, left).averagePrecision())
        .isCloseTo((1 + 2 / 3.0) / 2, within(1e-15));
    assertThat(Ranking.of(new double[] {1, 1, 1, 1}, left).averagePrecision()).isEqualTo(0.5);
    assertThat(Ranking.of(new double[] {2, 2, 1, 1}, left).averagePrecision()).isEqualTo(0.5);
  }

  @Test
  void lift_tenCustomers_byHand() {
    double[] scores = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    boolean[] left = new boolean[10];
    left[0] = true;
    left[2] = true;
    Ranking ranking = Ranking.of(scores, left);

    assertThat(ranking.lift(0.1)).isCloseTo(5, within(1e-12));
    assertThat(ranking.lift(0.2)).isCloseTo(2.5, within(1e-12));
    assertThat(ranking.gain(0.3)).isEqualTo(1);
    assertThat(ranking.lift(1)).isEqualTo(1);
  }

  /** Whoever of those with equal scores comes first in the file must not matter. */
  @Test
  void lift_cutThroughTies_takesTheirMean() {
    double[] scores = {5, 5, 5, 5, 1, 1, 1, 1, 1, 1};
    boolean[] left = {true, false, false, false, false, false, false, false, false, true};

    assertThat(Ranking.of(scores, left).gain(0.1)).isEqualTo(0.125);
    assertThat(Ranking.of(scores, left).gain(0.4)).isEqualTo(0.5);
  }

  @Test
  void of_impossibleValues_areRefused() {
    boolean[] all = {true, true};
    assertThat(Ranking.of(new double[] {1, 2}, all).auc()).isNaN();
    assertThatThrownBy(() -> Ranking.of(new double[] {1, 2}, all).aucInterval())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Ranking.of(new double[] {1}, all)).hasMessageContaining("there are 1");
    assertThatThrownBy(() -> Ranking.of(new double[] {1, Double.NaN}, all))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Ranking.of(new double[] {1, 2}, all)
            .compare(Ranking.of(new double[] {1, 2}, new boolean[] {true, false})))
        .hasMessageContaining("the outcomes differ");
    assertThatThrownBy(() -> Ranking.of(new double[] {1, 2}, all).gain(0))
        .hasMessageContaining("part is 0");
  }
}
