package io.headlesscrm.examples.analyse.generate;

import java.util.SplittableRandom;

/**
 * Random draws from a named stream of a seed.
 *
 * <p>The distributions are written out here, over {@link StrictMath}, because those of the JDK have
 * changed between releases: the same seed must give the same bytes everywhere.
 */
final class Draws {
  private static final long STREAM_STEP = 0xD1342543DE82EF95L;
  /** Above this mean a binomial draw is a rounded normal one. */
  private static final double NORMAL_MEAN = 40;

  private final SplittableRandom random;

  private Draws(SplittableRandom random) {
    this.random = random;
  }

  /** The stream of one number, say of one customer: independent of the streams beside it. */
  static Draws of(long seed, long stream) {
    return new Draws(new SplittableRandom(mix(mix(seed) + stream * STREAM_STEP)));
  }

  /** In [0, 1). */
  double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** In 0, 1, ..., bound - 1. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Mean 1. */
  double exponential() {
    return -StrictMath.log1p(-uniform());
  }

  /** Mean 0, variance 1; Box and Muller 1958. */
  double gaussian() {
    double radius = StrictMath.sqrt(2 * exponential());
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Mean {@code shape}, scale 1; Marsaglia and Tsang 2000, with their boost below shape 1. */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(uniform(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    while (true) {
      double normal = gaussian();
      double cube = cube(1 + normal / StrictMath.sqrt(9 * d));
      if (cube > 0 && accepted(normal, d, cube)) {
        return d * cube;
      }
    }
  }

  /** Successes of {@code trials} with the given probability; close to exact, always in range. */
  int binomial(int trials, double probability) {
    if (trials == 0 || probability >= 1) {
      return trials;
    }
    double mean = trials * probability;
    return mean > NORMAL_MEAN
        ? normalBinomial(trials, mean, probability)
        : inverseBinomial(trials, probability);
  }

  private boolean accepted(double normal, double d, double cube) {
    double bound = normal * normal / 2 + d - d * cube + d * StrictMath.log(cube);
    return -exponential() < bound;
  }

  private int normalBinomial(int trials, double mean, double probability) {
    double deviation = StrictMath.sqrt(mean * (1 - probability)) * gaussian();
    return (int) Math.max(0, Math.min(trials, Math.round(mean + deviation)));
  }

  private int inverseBinomial(int trials, double probability) {
    double odds = probability / (1 - probability);
    double term = StrictMath.exp(trials * StrictMath.log1p(-probability));
    double left = uniform() - term;
    int successes = 0;
    while (left >= 0 && successes < trials && term > 0) {
      term *= odds * (trials - successes) / (successes + 1);
      left -= term;
      successes++;
    }
    return successes;
  }

  private static double cube(double value) {
    return value * value * value;
  }

  /** Finaliser of MurmurHash3 in Stafford's variant 13. */
  private static long mix(long value) {
    long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
    return second ^ (second >>> 31);
  }
}
