package io.headlesscrm.core.customer.stage;

import java.util.Map;
import java.util.Set;

/**
 * Where a customer stands. A prospect, which has not bought, is potential, target or lost; a buyer is actual, dormant,
 * lost or won back. A buyer stays one, even when its only purchase is taken back: the two have dealt with each other.
 */
public enum Stage {
  /** Known by name; may one day buy. */
  POTENTIAL,
  /** Worth the effort of winning it. */
  TARGET,
  /** Buys. */
  ACTUAL,
  /** Bought, and has been silent for longer than it should. */
  DORMANT,
  /** Will not buy, or not any more. */
  LOST,
  /** Was dormant or lost, and bought again. */
  WON_BACK;

  private static final Map<Stage, Set<Stage>> PROSPECT_MOVES = Map.of(
      POTENTIAL, Set.of(TARGET, LOST),
      TARGET, Set.of(POTENTIAL, LOST),
      LOST, Set.of(POTENTIAL, TARGET));

  private static final Map<Stage, Set<Stage>> BUYER_MOVES = Map.of(
      POTENTIAL, Set.of(ACTUAL),
      TARGET, Set.of(ACTUAL),
      ACTUAL, Set.of(DORMANT, LOST),
      DORMANT, Set.of(WON_BACK, LOST),
      LOST, Set.of(ACTUAL, WON_BACK),
      WON_BACK, Set.of(ACTUAL, DORMANT, LOST));

  /**
   * Whether a customer may move from here to another stage.
   *
   * @param next where to
   * @param buyer whether the customer has bought, a purchase that moves it counted in
   * @return false for the stage itself
   */
  public boolean mayBecome(Stage next, boolean buyer) {
    return moves(buyer).contains(next);
  }

  /**
   * The stages that a customer may move to from here.
   *
   * @param buyer whether the customer has bought, a purchase that moves it counted in
   * @return unmodifiable
   */
  public Set<Stage> moves(boolean buyer) {
    return (buyer ? BUYER_MOVES : PROSPECT_MOVES).getOrDefault(this, Set.of());
  }

  /**
   * Where a purchase takes a customer.
   *
   * @param buyer whether the customer had bought before
   * @return won back for a buyer that was dormant or lost, else actual
   */
  public Stage afterPurchase(boolean buyer) {
    return buyer && (this == DORMANT || this == LOST) ? WON_BACK : ACTUAL;
  }
}
