package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says of a record that is to be loaded whether it may come in, and why not. Immutable.
 */
public final class LoadGate {

  private final QualityRules rules;
  private final EnumSet<Dimension> strict;
  private final double leastScore;

  private LoadGate(QualityRules rules, EnumSet<Dimension> strict, double leastScore) {
    this.rules = rules;
    this.strict = strict;
    this.leastScore = leastScore;
  }

  /**
   * A gate that refuses records with any problem in some dimensions, and only warns of the others.
   *
   * @param rules to judge by
   * @param strict the dimensions in which nothing may be wrong; may be empty
   * @return a gate that asks for no score
   */
  public static LoadGate of(QualityRules rules, Set<Dimension> strict) {
    EnumSet<Dimension> copy = EnumSet.noneOf(Dimension.class);
    copy.addAll(strict);
    return new LoadGate(requireNonNull(rules, "rules"), copy, 0);
  }

  /**
   * A gate that lets in what is incomplete or old, and nothing that is wrong, contradictory or there already.
   *
   * @param rules to judge by
   * @return a gate that asks for no score
   */
  public static LoadGate of(QualityRules rules) {
    return of(
        rules,
        EnumSet.of(
            Dimension.ACCURACY, Dimension.VALIDITY, Dimension.CONSISTENCY, Dimension.UNIQUENESS));
  }

  /**
   * A gate that asks for a score besides.
   *
   * @param least in [0, 1]; a record with just this score passes, and so does one that no rule applies to
   * @return a new gate
   */
  public LoadGate withLeastScore(double least) {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException(
          "least is " + least + ", it must be in [0, 1]. Maybe it was given in percent?");
    }
    return new LoadGate(rules, strict, least);
  }

  /**
   * Judges a record.
   *
   * @param customer to be loaded
   * @param day the day to judge by
   * @return passed, or refused with the reasons
   */
  public LoadDecision decide(Customer customer, LocalDate day) {
    CustomerQuality quality = rules.inspect(customer, day);
    List<Reason> refusals = new ArrayList<>();
    List<Reason> warnings = new ArrayList<>();
    quality
        .findings()
        .forEach(finding ->
            (strict.contains(finding.dimension()) ? refusals : warnings).add(finding.problem()));
    double score = quality.score().orElse(1);
    if (score < leastScore) {
      refusals.add(Reason.of("quality.low-score").with("score", score).with("least", leastScore));
    }
    return new LoadDecision(quality, refusals, warnings);
  }
}
