package io.headlesscrm.segmentation.rfm;

/**
 * Three scores of a customer, or a cell of the cube of all scores.
 *
 * @param r recency, at least 1, the higher the more recent
 * @param f frequency, at least 1
 * @param m monetary value, at least 1
 */
public record RfmScore(int r, int f, int m) {

  public RfmScore {
    if (Math.min(r, Math.min(f, m)) < 1) {
      throw new IllegalArgumentException(
          "scores are " + r + ", " + f + ", " + m + ", each must be at least 1");
    }
  }

  int on(Axis axis) {
    return switch (axis) {
      case RECENCY -> r;
      case FREQUENCY -> f;
      case MONETARY -> m;
    };
  }

  /** These scores with another one on an axis. */
  RfmScore with(Axis axis, int score) {
    return switch (axis) {
      case RECENCY -> new RfmScore(score, f, m);
      case FREQUENCY -> new RfmScore(r, score, m);
      case MONETARY -> new RfmScore(r, f, score);
    };
  }

  /** Such as {@code 555}, or {@code 10-9-3} when a score has two digits. */
  @Override
  public String toString() {
    return Math.max(r, Math.max(f, m)) < 10 ? "" + r + f + m : r + "-" + f + "-" + m;
  }
}
