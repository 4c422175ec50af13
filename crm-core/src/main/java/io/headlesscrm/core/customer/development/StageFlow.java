package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.customer.stage.Stage;
import java.util.OptionalDouble;

/**
 * What became of those who entered one stage. Who enters it twice is counted twice. {@code entered} is the sum of the four
 * others.
 *
 * @param stage which
 * @param entered stays that began
 * @param converted of them, those that went on; see {@link StayOutcome}
 * @param lost of them, those that were lost
 * @param setBack of them, those that fell back
 * @param open of them, those that have not ended: of these nobody knows yet
 * @param medianDays after how many days half of the stays had ended, whatever the end; open stays count as having lasted at
 *     least so long (they are censored); absent while fewer than half have ended
 * @param medianDaysToConvert the median length of the stays that went on; absent when none did
 */
public record StageFlow(
    Stage stage,
    int entered,
    int converted,
    int lost,
    int setBack,
    int open,
    OptionalDouble medianDays,
    OptionalDouble medianDaysToConvert) {

  /**
   * The share that went on, of the stays that have ended: open ones are in neither number.
   *
   * @return in [0, 1]; absent when none has ended
   */
  public OptionalDouble rate() {
    int ended = entered - open;
    return ended == 0 ? OptionalDouble.empty() : OptionalDouble.of(converted / (double) ended);
  }
}
