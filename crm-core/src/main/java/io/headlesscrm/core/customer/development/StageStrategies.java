package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Exactly one strategy for every stage. Immutable. */
public final class StageStrategies {

  private final Map<Stage, SalesStrategy> byStage;

  private StageStrategies(Map<Stage, SalesStrategy> byStage) {
    this.byStage = byStage;
  }

  /**
   * Checks that every stage has exactly one strategy.
   *
   * @param strategies of the house
   * @return the strategies
   * @throws IllegalArgumentException when a stage has none or several
   */
  public static StageStrategies of(List<SalesStrategy> strategies) {
    Map<Stage, SalesStrategy> byStage = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      List<SalesStrategy> meant = strategies.stream()
          .filter(strategy -> strategy.stages().contains(stage))
          .toList();
      if (meant.size() != 1) {
        throw new IllegalArgumentException(stage + " has " + meant.size() + " strategies "
            + meant.stream().map(SalesStrategy::name).toList()
            + ", it must have exactly one. Maybe one names the wrong stage?");
      }
      byStage.put(stage, meant.get(0));
    }
    return new StageStrategies(byStage);
  }

  /**
   * The strategy for a stage.
   *
   * @param stage any
   * @return its one strategy
   */
  public SalesStrategy of(Stage stage) {
    return requireNonNull(byStage.get(stage), "stage");
  }

  /**
   * Counts the customers of every stage, those who have not bought apart from those who have, with what may still be earned
   * from them: the chances of new ones and the potential of old ones are never one sum.
   *
   * @param stays of all customers; where each is as of their instant
   * @param potential what may be earned from a customer; empty where it is not known, which is not zero
   * @param currency of the potentials
   * @return one line for every stage in each of the two parts
   * @throws IllegalArgumentException for a potential in another currency
   */
  public NewAndOld report(
      StageStays stays, Function<CustomerId, Optional<Money>> potential, Currency currency) {
    List<Stay> present =
        stays.byCustomer().values().stream().map(own -> own.get(own.size() - 1)).toList();
    return new NewAndOld(
        lines(present, false, potential, currency), lines(present, true, potential, currency));
  }

  private List<StrategyLine> lines(
      List<Stay> present,
      boolean buyers,
      Function<CustomerId, Optional<Money>> potential,
      Currency currency) {
    return Arrays.stream(Stage.values())
        .map(stage -> line(
            stage,
            present.stream()
                .filter(stay -> stay.buyer() == buyers && stay.stage() == stage)
                .map(stay -> potential.apply(stay.customer()))
                .toList(),
            currency))
        .toList();
  }

  private StrategyLine line(Stage stage, List<Optional<Money>> customers, Currency currency) {
    List<Money> known = customers.stream().flatMap(Optional::stream).toList();
    Money sum = known.stream().reduce(new Money(0, currency), Money::plus);
    return new StrategyLine(stage, of(stage), customers.size(), known.size(), sum);
  }
}
