package io.headlesscrm.churn.warning;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.PeerComparison;
import io.headlesscrm.churn.drop.DropWarning;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.sales.campaign.ControlGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** One run: the candidates in their order, then the walk down the list. */
final class CandidateRanking {

  private final ChurnScores scores;
  private final CustomerBase base;
  private final PeerComparison peers;
  private final IntFunction<List<Reason>> outlook;
  private final double[] values;
  private final Map<CustomerId, List<Reason>> drops = new HashMap<>();
  private final List<Integer> candidates = new ArrayList<>();

  CandidateRanking(
      ChurnScores scores,
      IntToDoubleFunction value,
      List<DropWarning> dropped,
      double leastProbability,
      IntFunction<List<Reason>> outlook) {
    this.scores = scores;
    this.base = scores.base();
    this.outlook = outlook;
    this.peers = PeerComparison.ofAll(scores);
    this.values = new double[scores.size()];
    for (DropWarning warning : dropped) {
      drops
          .computeIfAbsent(warning.customer(), customer -> new ArrayList<>())
          .addAll(warning.reasons());
    }
    for (int row = 0; row < values.length; row++) {
      values[row] = required(value.applyAsDouble(row), row);
      boolean warned =
          scores.churnProbability(row) >= leastProbability || drops.containsKey(base.customer(row));
      if (warned && atRisk(row) > 0) {
        candidates.add(row);
      }
    }
    candidates.sort(Comparator.<Integer>comparingDouble(row -> -atRisk(row))
        .thenComparingDouble(row -> -scores.churnProbability(row))
        .thenComparing(Comparator.naturalOrder()));
  }

  WarningList list(int capacity, ControlGroup control, Suppression suppression) {
    List<Warning> warnings = new ArrayList<>();
    List<WarningList.Suppressed> suppressed = new ArrayList<>();
    int contacts = 0;
    for (int row : candidates) {
      if (contacts == capacity) {
        break;
      }
      CustomerId customer = base.customer(row);
      Optional<Reason> why = suppression.findReason(customer);
      if (why.isPresent()) {
        suppressed.add(new WarningList.Suppressed(customer, why.get()));
        continue;
      }
      Warning warning = warning(warnings.size() + 1, row, control.contains(customer));
      warnings.add(warning);
      contacts += warning.control() ? 0 : 1;
    }
    return new WarningList(
        base.asOf(), scores.horizon(), base.currency(), candidates.size(), warnings, suppressed);
  }

  private Warning warning(int rank, int row, boolean control) {
    double probability = scores.churnProbability(row);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of("churn.value.atRisk")
        .with("days", scores.horizon().days())
        .with("probability", probability)
        .with("value", Math.min(atRisk(row), Double.MAX_VALUE))
        .withValue("currency", base.currency().getCurrencyCode()));
    reasons.addAll(drops.getOrDefault(base.customer(row), List.of()));
    reasons.addAll(scores.score(row).reasons());
    reasons.add(peers.reason(row));
    reasons.addAll(outlook.apply(row));
    return new Warning(rank, base.customer(row), probability, values[row], control, reasons);
  }

  private double atRisk(int row) {
    return values[row] == 0 ? 0 : scores.churnProbability(row) * values[row];
  }

  private double required(double value, int row) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("value of customer " + base.customer(row) + " is " + value
          + ", it must be at least 0. Maybe a missing value is meant, which is 0 here?");
    }
    return value;
  }
}
