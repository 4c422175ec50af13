package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * What one rule came to, in one record or in many.
 *
 * @param rule which
 * @param customers records that it applies to, at least 0
 * @param faulty records in which it found a problem
 * @param checked things it has looked at
 * @param problems things that are wrong
 */
public record RuleTally(
    QualityRule rule, long customers, long faulty, long checked, long problems) {

  public RuleTally {
    requireNonNull(rule, "rule");
  }

  /**
   * The share of things that are right: 1 - problems / checked.
   *
   * @return in [0, 1]; absent when the rule applies to nothing
   */
  public OptionalDouble score() {
    return checked == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((checked - problems) / (double) checked);
  }

  static RuleTally none(QualityRule rule) {
    return new RuleTally(rule, 0, 0, 0, 0);
  }

  static RuleTally of(QualityRule rule, Inspected inspected) {
    int problems = inspected.problems().size();
    return inspected.checked() == 0
        ? none(rule)
        : new RuleTally(rule, 1, Math.min(problems, 1), inspected.checked(), problems);
  }

  RuleTally plus(RuleTally other) {
    return new RuleTally(
        rule,
        customers + other.customers,
        faulty + other.faulty,
        checked + other.checked,
        problems + other.problems);
  }

  /** The weighted mean of the scores of the rules that apply. */
  static OptionalDouble score(Collection<RuleTally> tallies) {
    double weights = 0;
    double sum = 0;
    for (RuleTally tally : tallies) {
      if (tally.checked > 0) {
        weights += tally.rule.weight();
        sum += tally.rule.weight() * tally.score().orElseThrow();
      }
    }
    return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, sum / weights));
  }
}
