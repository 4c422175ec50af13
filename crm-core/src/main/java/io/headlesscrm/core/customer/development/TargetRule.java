package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.evidence.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which potential customers are worth the effort for an aim of sales: those whose dossiers have traits of enough points.
 *
 * <pre>{@code
 * TargetRule rule = new TargetRule("toys to Europe", 5, List.of(
 *     TargetTrait.classified(3, "industry", Set.of("toys")), TargetTrait.need(2), TargetTrait.decider(1)));
 * rule.findMove(Stage.POTENTIAL, false, customer, today);
 * }</pre>
 *
 * @param aim of sales; not blank
 * @param needed how many points make a target, from 1 to the sum of all
 * @param traits what speaks for a customer
 */
public record TargetRule(String aim, int needed, List<TargetTrait> traits) {

  public TargetRule {
    traits = List.copyOf(traits);
    int all = traits.stream().mapToInt(TargetTrait::points).sum();
    if (aim.isBlank()) {
      throw new IllegalArgumentException(
          "the aim is blank, it must not be. Maybe say what is to be sold to whom?");
    }
    if (needed < 1 || needed > all) {
      throw new IllegalArgumentException("needed is " + needed + ", it must be from 1 to " + all
          + ", the points of all traits. Maybe a trait is missing?");
    }
  }

  /**
   * Judges a prospect.
   *
   * @param customer its record
   * @param day the day on which notes must hold
   * @return potential or target, and why
   */
  public TargetProposal propose(Customer customer, LocalDate day) {
    int points = traits.stream()
        .filter(trait -> trait.isMet().test(customer, day))
        .mapToInt(TargetTrait::points)
        .sum();
    List<Reason> reasons = traits.stream()
        .map(trait -> reason(trait, trait.isMet().test(customer, day)))
        .toList();
    Stage stage = points >= needed ? Stage.TARGET : Stage.POTENTIAL;
    return new TargetProposal(customer.id(), stage, points, summary(stage, points), reasons);
  }

  /**
   * Where the rule moves a customer.
   *
   * @param present where it stands
   * @param buyer whether it has bought; a buyer is not moved
   * @param customer its record
   * @param day the day on which notes must hold
   * @return empty when it stays: only a potential one becomes a target, only a target becomes potential again
   */
  public Optional<TargetProposal> findMove(
      Stage present, boolean buyer, Customer customer, LocalDate day) {
    if (buyer || (present != Stage.POTENTIAL && present != Stage.TARGET)) {
      return Optional.empty();
    }
    return Optional.of(propose(customer, day)).filter(proposal -> proposal.stage() != present);
  }

  private Reason summary(Stage stage, int points) {
    return Reason.of(stage == Stage.TARGET ? "development.is-target" : "development.is-potential")
        .withValue("aim", aim)
        .with("points", points)
        .with("needed", needed);
  }

  private static Reason reason(TargetTrait trait, boolean isMet) {
    return Reason.of(isMet ? "development.trait-met" : "development.trait-missing")
        .withValue("trait", trait.name())
        .with("points", trait.points());
  }
}
