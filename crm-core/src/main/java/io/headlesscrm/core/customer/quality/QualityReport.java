package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The quality of many records. The scores are computed as those of one record are, from the things of all records
 * together: the score of a rule is the share of all things it has looked at that are right. Whole numbers are added up, so
 * that the order of the records makes no difference.
 *
 * @param day the day to judge by
 * @param customers records that were judged; erased ones are not
 * @param faulty records with anything to mend
 * @param tallies what each rule came to, in the order of the rules
 * @param toMend the worst records: the lowest score first, then the one with more to mend, then by id
 */
public record QualityReport(
    LocalDate day,
    long customers,
    long faulty,
    List<RuleTally> tallies,
    List<CustomerQuality> toMend) {

  public QualityReport {
    requireNonNull(day, "day");
    tallies = List.copyOf(tallies);
    toMend = List.copyOf(toMend);
  }

  /**
   * The score of all records.
   *
   * @return in [0, 1]; 1 when nothing is wrong; absent when no rule applies to any
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
    return RuleTally.score(CustomerQuality.of(tallies, dimension));
  }

  /**
   * What a rule came to.
   *
   * @param name of the rule
   * @return empty when there is no such rule
   */
  public Optional<RuleTally> findTally(String name) {
    return tallies.stream().filter(tally -> tally.rule().name().equals(name)).findFirst();
  }
}
