package io.headlesscrm.churn.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well probabilities of leaving agree with what happened, customer by customer and in groups. Immutable.
 *
 * <p>Source: Brier (1950); Naeini, Cooper &amp; Hauskrecht (2015), doi:10.1609/aaai.v29i1.9602 (expected calibration
 * error, here with ten bins of equal width).
 */
public final class Calibration {

  /** Probabilities are kept this far from 0 and 1 in the log-loss, which one sure mistake would make infinite. */
  public static final double CLIP = 1e-15;

  private static final int BINS = 10;

  private final double[] probabilities;
  private final boolean[] left;

  private Calibration(double[] probabilities, boolean[] left) {
    this.probabilities = probabilities;
    this.left = left;
  }

  /**
   * One bin of the reliability table.
   *
   * @param from lowest probability of the bin
   * @param to highest probability, not included but in the last bin
   * @param customers how many have a probability in it
   * @param predicted their mean probability; NaN for an empty bin
   * @param observed the part of them who left; NaN for an empty bin
   */
  public record Bin(double from, double to, int customers, double predicted, double observed) {}

  /**
   * Probabilities with their outcome.
   *
   * @param probabilities of leaving, in [0, 1]; copied
   * @param left what happened, one per probability; copied
   * @return the calibration
   * @throws IllegalArgumentException when the lengths differ or a value is no probability
   */
  public static Calibration of(double[] probabilities, boolean[] left) {
    if (probabilities.length != left.length) {
      throw new IllegalArgumentException("there are " + probabilities.length
          + " probabilities, there must be one for each of the " + left.length + " outcomes");
    }
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "probability is " + probability + ", it must be in [0, 1]");
      }
    }
    return new Calibration(probabilities.clone(), left.clone());
  }

  /**
   * The mean squared error.
   *
   * @return in [0, 1], the lower the better; NaN without customers
   */
  public double brier() {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += squaredError(i);
    }
    return sum / left.length;
  }

  /**
   * Minus the mean log-likelihood of what happened.
   *
   * @return at least 0, the lower the better; NaN without customers
   */
  public double logLoss() {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += loss(i);
    }
    return sum / left.length;
  }

  /**
   * The mean distance of the predicted from the observed part in ten bins of equal width, weighted by customers.
   *
   * @return in [0, 1], the lower the better; NaN without customers
   */
  public double expectedCalibrationError() {
    double sum = 0;
    for (Bin bin : reliability()) {
      sum +=
          bin.customers() == 0 ? 0 : bin.customers() * Math.abs(bin.predicted() - bin.observed());
    }
    return sum / left.length;
  }

  /**
   * Predicted against observed.
   *
   * @return ten bins of equal width, from 0 up
   */
  public List<Bin> reliability() {
    int[] customers = new int[BINS];
    double[] predicted = new double[BINS];
    double[] observed = new double[BINS];
    for (int i = 0; i < left.length; i++) {
      int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
      customers[bin]++;
      predicted[bin] += probabilities[i];
      observed[bin] += left[i] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(new Bin(
          (double) bin / BINS,
          (bin + 1.0) / BINS,
          customers[bin],
          predicted[bin] / customers[bin],
          observed[bin] / customers[bin]));
    }
    return bins;
  }

  /**
   * Whether these probabilities have a lower log-loss than others of the same customers.
   *
   * @param other with the same outcomes in the same order
   * @return the difference of the mean losses; negative when these are better
   */
  public PairedTest compareLogLoss(Calibration other) {
    requireSameSize(other);
    double[] differences = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      differences[i] = loss(i) - other.loss(i);
    }
    return pairedTest(differences);
  }

  /**
   * Whether these probabilities have a lower Brier score than others of the same customers.
   *
   * @param other with the same outcomes in the same order
   * @return the difference of the mean squared errors; negative when these are better
   */
  public PairedTest compareBrier(Calibration other) {
    requireSameSize(other);
    double[] differences = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      differences[i] = squaredError(i) - other.squaredError(i);
    }
    return pairedTest(differences);
  }

  private void requireSameSize(Calibration other) {
    if (!Arrays.equals(left, other.left)) {
      throw new IllegalArgumentException(
          "the outcomes differ, they must be those of the same customers in the same order");
    }
  }

  private static PairedTest pairedTest(double[] differences) {
    double mean = Arrays.stream(differences).average().orElse(Double.NaN);
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    int n = differences.length;
    return PairedTest.of(mean, Math.sqrt(squares / Math.max(1, n - 1) / Math.max(1, n)));
  }

  private double squaredError(int i) {
    double error = probabilities[i] - (left[i] ? 1 : 0);
    return error * error;
  }

  private double loss(int i) {
    double ofOutcome = left[i] ? probabilities[i] : 1 - probabilities[i];
    return -Math.log(Math.min(1 - CLIP, Math.max(CLIP, ofOutcome)));
  }
}
