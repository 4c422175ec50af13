package io.headlesscrm.segmentation;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.util.Locale;

/**
 * One segment, such as Champions or class A.
 *
 * @param code what is stored and compared; not blank
 * @param name in English
 * @param chineseName in Simplified Chinese
 * @param rank the higher the better; 0 when the segments have no order
 */
public record Segment(String code, String name, String chineseName, int rank) {

  /** For customers of whom the strategy knows no value. Missing is missing, never the lowest. */
  public static final Segment UNASSESSED = of("Unassessed", "未评定", 0);

  public Segment {
    requireText(code, "code");
    requireText(name, "name");
    requireText(chineseName, "chineseName");
    if (rank < 0) {
      throw new IllegalArgumentException("rank of segment " + code + " is " + rank
          + ", it must be at least 0. Maybe the best segment should have the highest rank?");
    }
  }

  /**
   * A segment whose code is its English name.
   *
   * @param code not blank
   * @param chineseName not blank
   * @param rank the higher the better; 0 when the segments have no order
   * @return the segment
   */
  public static Segment of(String code, String chineseName, int rank) {
    return new Segment(code, code, chineseName, rank);
  }

  /**
   * Whether this segment is better than the other one.
   *
   * @param other of the same model
   * @return true when both are ranked and this rank is higher
   */
  public boolean isBetterThan(Segment other) {
    return other.rank > 0 && rank > other.rank;
  }

  /**
   * The name for a reader.
   *
   * @param locale Chinese gives Chinese, every other one English
   * @return the name
   */
  public String name(Locale locale) {
    return toReason().text(locale);
  }

  /**
   * The name as part of a reason, so that it is rendered in the reason's language.
   *
   * @return a reason that holds both names
   */
  public Reason toReason() {
    return Reason.of("segmentation.segment")
        .withValue("code", code)
        .withValue("en", name)
        .withValue("zh", chineseName);
  }

  /** The English name. */
  @Override
  public String toString() {
    return name;
  }

  private static void requireText(String text, String what) {
    requireNonNull(text, what);
    if (text.isBlank()) {
      throw new IllegalArgumentException("the " + what + " of a segment must not be blank");
    }
  }
}
