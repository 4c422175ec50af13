package io.headlesscrm.core.customer.stage;

import io.headlesscrm.core.evidence.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * After how many days without a purchase a customer is dormant, and after how many it is lost. Whoever has a rhythm of
 * its own is better judged by the lifecycle segmentation; this is the rule for everybody.
 *
 * @param dormantAfterDays days since the last purchase, at least 1
 * @param lostAfterDays days since the last purchase, more than {@code dormantAfterDays}
 */
public record StageRules(int dormantAfterDays, int lostAfterDays) {

  /** Dormant after 180 days, lost after 540. */
  public static final StageRules DEFAULT = new StageRules(180, 540);

  public StageRules {
    if (dormantAfterDays < 1) {
      throw new IllegalArgumentException(
          "dormantAfterDays is " + dormantAfterDays + ", it must be at least 1");
    }
    if (lostAfterDays <= dormantAfterDays) {
      throw new IllegalArgumentException("lostAfterDays is " + lostAfterDays
          + ", it must be more than dormantAfterDays, which is " + dormantAfterDays
          + ". Maybe the two are swapped?");
    }
  }

  /**
   * The stage that silence has earned a buyer.
   *
   * @param stage where it is
   * @param lastPurchase the day of its last purchase
   * @param today the day to judge by
   * @return empty when it stays where it is
   */
  public Optional<Stage> findDue(Stage stage, LocalDate lastPurchase, LocalDate today) {
    long silent = ChronoUnit.DAYS.between(lastPurchase, today);
    Stage due =
        silent >= lostAfterDays ? Stage.LOST : silent >= dormantAfterDays ? Stage.DORMANT : stage;
    return stage.mayBecome(due, true) ? Optional.of(due) : Optional.empty();
  }

  /**
   * Why a customer was moved for its silence.
   *
   * @param lastPurchase the day of its last purchase
   * @param today the day to judge by
   * @return the reason
   */
  public Reason silence(LocalDate lastPurchase, LocalDate today) {
    return Reason.of("stage.silent")
        .with("days", ChronoUnit.DAYS.between(lastPurchase, today))
        .with("dormant", dormantAfterDays)
        .with("lost", lostAfterDays);
  }
}
