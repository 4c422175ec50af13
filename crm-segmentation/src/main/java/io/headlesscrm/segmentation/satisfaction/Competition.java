package io.headlesscrm.segmentation.satisfaction;

/**
 * How easily customers can go elsewhere. It shapes how loyalty follows from satisfaction: where choice is free only the
 * completely satisfied stay, and one point less than the best costs most; where there is none, all but the angry stay.
 *
 * <p>Source: T. O. Jones and W. E. Sasser, Why satisfied customers defect, Harvard Business Review 73(6), 1995, exhibit 1
 * (the curves are drawn, without a formula; the power curve between them is ours).
 *
 * @param intensity from 0 (no choice) to 1 (free choice)
 */
public record Competition(double intensity) {

  /** Exponents of the curves without and with free choice. */
  private static final double CAPTIVE = 0.25;

  private static final double FREE = 4;

  /** From where on a market counts as competitive. */
  private static final double MIDDLE = 0.5;

  public Competition {
    if (!(intensity >= 0 && intensity <= 1)) {
      throw new IllegalArgumentException("intensity is " + intensity
          + ", it must be in [0, 1]. Maybe 0.8 for a market with many rivals?");
    }
  }

  /**
   * The competition of that intensity.
   *
   * @param intensity from 0 to 1
   * @return the competition
   */
  public static Competition of(double intensity) {
    return new Competition(intensity);
  }

  /**
   * Whether customers can leave when they want to.
   *
   * @return true from 0.5 on
   */
  public boolean isHigh() {
    return intensity >= MIDDLE;
  }

  /**
   * The loyalty that a satisfaction makes one expect.
   *
   * @param satisfaction on the scale of five boxes, 1 to 5
   * @return in [0, 1], rising with satisfaction
   */
  public double expectedLoyalty(double satisfaction) {
    double share = Math.min(1, Math.max(0, (satisfaction - 1) / 4));
    return Math.pow(share, CAPTIVE * Math.pow(FREE / CAPTIVE, intensity));
  }
}
