package io.headlesscrm.segmentation.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * When a customer came into a stage.
 *
 * @param stage which one
 * @param since the day of the purchase that made it so, or the first day as of which the silence was too long
 */
public record StageChange(Stage stage, LocalDate since) {

  public StageChange {
    requireNonNull(stage, "stage");
    requireNonNull(since, "since");
  }

  /** Such as {@code SLIPPING since 2011-10-03}. */
  @Override
  public String toString() {
    return stage + " since " + since;
  }
}
