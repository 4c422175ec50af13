package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The quality of one record. The score of a rule is the share of things it has looked at that are right; that of a
 * dimension is the mean of the scores of its rules that apply, by their weights; the score of the record is the same mean
 * over all rules.
 *
 * @param customer whose record
 * @param tallies what each rule came to, in the order of the rules
 * @param findings what to mend, in the order of the rules
 */
public record CustomerQuality(
    CustomerId customer, List<RuleTally> tallies, List<Finding> findings) {

  public CustomerQuality {
    requireNonNull(customer, "customer");
    tallies = List.copyOf(tallies);
    findings = List.copyOf(findings);
  }

  /**
   * The score of the record.
   *
   * @return in [0, 1]; 1 when nothing is wrong; absent when no rule applies
   */
  public OptionalDouble score() {
    return RuleTally.score(tallies);
  }

  /**
   * The score of one dimension.
   *
   * @param dimension any
   * @return in [0, 1]; absent when no rule of it applies
   */
  public OptionalDouble score(Dimension dimension) {
    return RuleTally.score(of(tallies, dimension));
  }

  static List<RuleTally> of(List<RuleTally> tallies, Dimension dimension) {
    return tallies.stream()
        .filter(tally -> tally.rule().dimension() == dimension)
        .toList();
  }
}
