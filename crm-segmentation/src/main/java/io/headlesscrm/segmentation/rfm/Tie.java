package io.headlesscrm.segmentation.rfm;

/**
 * Customers with one value who lie on a cut: in bins of equal size they would have more than one score.
 *
 * @param value days, purchases or minor units
 * @param customers how many have it, at least 2
 * @param lowScore the score that the first of them would have
 * @param highScore the score that the last of them would have, above {@code lowScore}
 */
public record Tie(long value, int customers, int lowScore, int highScore) {

  public Tie {
    if (customers < 2 || lowScore < 1 || highScore <= lowScore) {
      throw new IllegalArgumentException("tie of " + customers + " customers from score " + lowScore
          + " to " + highScore + ", it must be of at least 2 and from a lower to a higher score");
    }
  }
}
