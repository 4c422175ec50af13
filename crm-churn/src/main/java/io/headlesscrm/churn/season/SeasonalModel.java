package io.headlesscrm.churn.season;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * BG/NBD or MBG/NBD by the clock of a season: the plain model predicts from histories and for horizons whose days count
 * as long as the {@link #profile()} says. Immutable and thread-safe.
 */
public final class SeasonalModel implements ChurnScorer, PurchaseForecaster {

  /** The name of the model in files and provenances. */
  public static final String NAME = "seasonal";

  private final BetaGeometricModel process;
  private final SeasonalProfile profile;
  private final @Nullable Provenance provenance;

  private SeasonalModel(
      BetaGeometricModel process, SeasonalProfile profile, @Nullable Provenance provenance) {
    this.process = requireNonNull(process, "process");
    this.profile = requireNonNull(profile, "profile");
    this.provenance = provenance;
  }

  /**
   * The model with known parameters and a known profile.
   *
   * @param process by the clock of the season
   * @param profile of the season
   * @return the model
   */
  public static SeasonalModel of(BetaGeometricModel process, SeasonalProfile profile) {
    return new SeasonalModel(process, profile, null);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param value of its parameters
   * @return a new model
   */
  public SeasonalModel withProvenance(Provenance value) {
    return new SeasonalModel(process, profile, requireNonNull(value, "value"));
  }

  /**
   * The plain model, by the clock of the season: it must be asked with {@link #history} and {@link #horizon}.
   *
   * @return BG/NBD or MBG/NBD
   */
  public BetaGeometricModel process() {
    return process;
  }

  /**
   * The season.
   *
   * @return its factors
   */
  public SeasonalProfile profile() {
    return profile;
  }

  /**
   * What it was fitted on.
   *
   * @return empty for a model whose parameters were given
   */
  public Optional<Provenance> findProvenance() {
    return Optional.ofNullable(provenance);
  }

  /**
   * The history of a customer by the clock of the season.
   *
   * @param base as of the day after the last observed one
   * @param row 0 to size - 1
   * @return in the unit of the process
   */
  public PurchaseHistory history(CustomerBase base, int row) {
    long last = base.asOf().toEpochDay() - 1;
    return history(base, row, new OperationalTime(profile, last - base.age(row), last));
  }

  private PurchaseHistory history(CustomerBase base, int row, OperationalTime time) {
    long end = base.asOf().toEpochDay() - 1;
    long first = end - base.age(row);
    int days = base.repeatPurchases(row) > 0 ? base.recencyOfLast(row) : 0;
    TimeScale unit = process.unit();
    return new PurchaseHistory(
        base.repeatPurchases(row),
        unit.fromDays(time.days(first, first + days)),
        unit.fromDays(time.days(first, end)));
  }

  /**
   * A horizon by the clock of the season.
   *
   * @param start its first day
   * @param horizon how far to look ahead
   * @return in the unit of the process: longer than the horizon in a high season
   */
  public double horizon(LocalDate start, Horizon horizon) {
    return process.unit().fromDays(profile.operationalDays(start, start.plusDays(horizon.days())));
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    double length = horizon(base.asOf(), horizon);
    OperationalTime time = time(base);
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(NAME, provenanceParameters(horizon), base.window(), base.size()),
        row -> 1 - process.activeProbability(history(base, row, time), length),
        row -> explain(base, row, horizon));
  }

  @Override
  public double[] forecast(CustomerBase base, Horizon horizon) {
    double length = horizon(base.asOf(), horizon);
    OperationalTime time = time(base);
    double[] forecast = new double[base.size()];
    Arrays.setAll(forecast, row -> process.expectedPurchases(history(base, row, time), length));
    return forecast;
  }

  /** For all customers at once. */
  private OperationalTime time(CustomerBase base) {
    long end = base.asOf().toEpochDay() - 1;
    int oldest = 0;
    for (int row = 0; row < base.size(); row++) {
      oldest = Math.max(oldest, base.age(row));
    }
    return new OperationalTime(profile, end - oldest, end);
  }

  private Map<String, String> provenanceParameters(Horizon horizon) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("process", process.name());
    process.parameters().forEach((name, value) -> texts.put(name, value.toString()));
    texts.put("unit", process.unit().name());
    texts.put("season", profile.toString());
    texts.put("horizonDays", String.valueOf(horizon.days()));
    return texts;
  }

  private List<Reason> explain(CustomerBase base, int row, Horizon horizon) {
    PurchaseHistory history = history(base, row);
    double length = horizon(base.asOf(), horizon);
    double alive = process.aliveProbability(history);
    double usual =
        (process.alpha() + history.recencyOfLast()) / (process.r() + history.repeatPurchases());
    Reason prospects = Reason.of("churn.alive")
        .with("alive", alive)
        .with("back", process.activeProbabilityIfAlive(history, length))
        .with("horizon", horizon.days());
    Reason season = Reason.of("churn.season")
        .with("horizon", horizon.days())
        .with("usual", process.unit().toDays(length));
    return List.of(
        ChurnReasons.silence(base, row, process.unit().toDays(usual)), prospects, season);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SeasonalModel that
        && process.equals(that.process)
        && profile.equals(that.profile)
        && Objects.equals(provenance, that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * process.hashCode() + profile.hashCode();
  }

  /** Such as {@code bg-nbd{...} per WEEK by month [0.8, ...]}. */
  @Override
  public String toString() {
    return process + " by " + profile;
  }
}
