package io.headlesscrm.churn.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a back-test found out about one scorer: its ranking, and where it has them its probabilities and counts. */
public final class Judgement {

  private static final double DECILE = 0.1;

  private final String name;
  private final boolean isNaive;
  private final Ranking ranking;
  private final double[] scores;
  private final boolean[] left;
  private final @Nullable Calibration calibration;
  private final @Nullable CountErrors counts;

  private Judgement(
      String name,
      boolean isNaive,
      double[] scores,
      boolean[] left,
      @Nullable Calibration calibration,
      @Nullable CountErrors counts) {
    this.name = requireNonNull(name, "name");
    this.isNaive = isNaive;
    this.ranking = Ranking.of(scores, left);
    this.scores = scores;
    this.left = left;
    this.calibration = calibration;
    this.counts = counts;
  }

  static Judgement ofScores(String name, double[] scores, boolean[] left) {
    return new Judgement(name, true, scores, left, null, null);
  }

  static Judgement ofProbabilities(
      String name,
      boolean isNaive,
      double[] probabilities,
      boolean[] left,
      @Nullable CountErrors counts) {
    return new Judgement(
        name, isNaive, probabilities, left, Calibration.of(probabilities, left), counts);
  }

  /**
   * The scorer.
   *
   * @return its name in the back-test
   */
  public String name() {
    return name;
  }

  /**
   * Whether it is a baseline that every other scorer has to beat.
   *
   * @return true for the naive ones
   */
  public boolean isNaive() {
    return isNaive;
  }

  /**
   * How it ranks.
   *
   * @return AUC, precision, gain and lift
   */
  public Ranking ranking() {
    return ranking;
  }

  /**
   * How its probabilities agree.
   *
   * @return empty for a baseline that only ranks
   */
  public Optional<Calibration> findCalibration() {
    return Optional.ofNullable(calibration);
  }

  /**
   * How far its forecasts are off.
   *
   * @return empty for a scorer that forecasts no counts
   */
  public Optional<CountErrors> findCounts() {
    return Optional.ofNullable(counts);
  }

  /**
   * The lift of the tenth with the highest scores.
   *
   * @return how many times as many of them left as of all
   */
  public double topDecileLift() {
    return ranking.lift(DECILE);
  }

  /**
   * EMPC at an offer.
   *
   * @param offer cost, success and value
   * @return the expected maximum profit per customer
   */
  public double expectedMaximumProfit(RetentionOffer offer) {
    return offer.expectedMaximumProfit(scores, left);
  }

  /**
   * What an offer gains by how many customers are asked, those with the highest scores first.
   *
   * @param offer cost and value
   * @param success the part of the leavers who take the offer and stay, in [0, 1]
   * @return from nobody to all
   */
  public List<RetentionOffer.Profit> profitCurve(RetentionOffer offer, double success) {
    return offer.curve(scores, left, success);
  }

  /** Such as {@code mbg-nbd: AUC 0.7552}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: AUC %.4f", name, ranking.auc());
  }
}
