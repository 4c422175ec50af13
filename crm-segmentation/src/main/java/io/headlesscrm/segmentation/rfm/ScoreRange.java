package io.headlesscrm.segmentation.rfm;

/**
 * Scores from one to another, both included.
 *
 * @param from at least 1
 * @param to at least {@code from}
 */
public record ScoreRange(int from, int to) {

  public ScoreRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("range is " + from + "-" + to
          + ", it must go from at least 1 to no less. Maybe the two are swapped?");
    }
  }

  /**
   * The range from text.
   *
   * @param text such as {@code 2-4}, or {@code 5} for one score
   * @return the range
   * @throws IllegalArgumentException for other text
   */
  public static ScoreRange parse(String text) {
    int dash = text.indexOf('-');
    try {
      return dash < 0
          ? new ScoreRange(Integer.parseInt(text), Integer.parseInt(text))
          : new ScoreRange(
              Integer.parseInt(text.substring(0, dash)),
              Integer.parseInt(text.substring(dash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "range is \"" + text + "\", it must be a score or two with a dash. Maybe \"2-4\"?", e);
    }
  }

  /**
   * Whether the score is in the range.
   *
   * @param score any
   * @return true from {@code from} to {@code to}
   */
  public boolean contains(int score) {
    return score >= from && score <= to;
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }
}
