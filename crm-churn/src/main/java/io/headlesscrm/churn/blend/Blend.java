package io.headlesscrm.churn.blend;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The default scorer. The logit of a purchase is the mean of two ridge-logistic regressions on what customers did after
 * earlier dates, of which the second knows what the purchase-process models say, drawn towards the models' own mean logit
 * by 1000/(1000 + customers). Counts are the geometric mean of the models' and of a Poisson regression with the models'
 * as its offset; with a year and eight weeks of history, times what the same season of the years before was to its
 * forecast.
 *
 * <p>It learns from five or six dates before that of the base, whose windows all end with the base, and is frozen: it
 * scores any base and horizon. With too little to learn from it is the models alone, and without a model the purchase
 * cycle; {@link #name()} says which, and so does a verdict of the fit. The same happens when on the latest window, which
 * it had not seen, the models alone were clearly better. Immutable and thread-safe.
 *
 * <p>Verdicts of the fit: {@code TOO_LITTLE_TO_LEARN} (INFO), fewer than 200 customers, 8 weeks or 100 rows of either
 * outcome; {@code MODELS_ALONE_BETTER} (INFO); {@code SEASON_UNKNOWN} (INFO), too short a history to know seasons, so that
 * all probabilities and counts can be too high or too low together; {@code NO_MODEL} (INFO), the purchase cycle stands in; those of the
 * purchase cycle where even it cannot be fitted.
 */
public final class Blend implements ChurnScorer, PurchaseForecaster {

  /** The name of the whole procedure. */
  public static final String NAME = "blend";

  /** The name where the models stand alone. */
  public static final String MODELS = "blend-of-models";

  private final ModelPool pool;
  private final @Nullable Learned learned;
  private final @Nullable Season season;
  private final @Nullable PurchaseCycle cycle;
  private final Provenance provenance;

  private Blend(
      ModelPool pool,
      @Nullable Learned learned,
      @Nullable Season season,
      @Nullable PurchaseCycle cycle,
      Provenance provenance) {
    this.pool = pool;
    this.learned = learned;
    this.season = season;
    this.cycle = cycle;
    this.provenance = provenance;
  }

  static Blend of(
      ModelPool pool, Optional<Learned> learned, Optional<Season> season, Provenance provenance) {
    return new Blend(pool, learned.orElse(null), season.orElse(null), null, provenance);
  }

  static Blend of(PurchaseCycle cycle, Provenance provenance) {
    return new Blend(
        new ModelPool(List.of(), Optional.empty()),
        null,
        null,
        requireNonNull(cycle, "cycle"),
        provenance);
  }

  /**
   * Fits everything.
   *
   * @param base may be empty
   * @return the scorer, or why the data allow not even a purchase cycle
   */
  public static FitResult<Blend> fit(CustomerBase base) {
    return BlendFit.fit(base);
  }

  /**
   * What it is.
   *
   * @return {@link #NAME}, {@link #MODELS} or {@link PurchaseCycle#NAME}
   */
  public String name() {
    if (cycle != null) {
      return PurchaseCycle.NAME;
    }
    return learned == null ? MODELS : NAME;
  }

  /**
   * The purchase-process models in it whose counts are used too; that for regular buyers is not among them.
   *
   * @return none when it is a purchase cycle
   */
  public List<PurchaseProcess> models() {
    return pool.models();
  }

  /**
   * The model for regular buyers.
   *
   * @return empty where customers do not buy at regular intervals, or when it is a purchase cycle
   */
  public Optional<MbgCnbdK> findRegularModel() {
    return pool.regular();
  }

  /**
   * What it was fitted on.
   *
   * @return method, window and number of customers
   */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Writes the blend into a document.
   *
   * @param models writes the models in it
   * @param json is given the members
   */
  public void writeTo(Function<ChurnScorer, JsonDocument> models, JsonDocument.Builder json) {
    BlendForm.write(this, models, json);
  }

  /**
   * Reads a blend as {@link #writeTo} wrote it.
   *
   * @param json the document
   * @param models reads the models in it
   * @return the blend, equal to the one written
   * @throws io.headlesscrm.core.json.JsonFormatException when the document is damaged
   */
  public static Blend read(JsonDocument json, Function<JsonDocument, ChurnScorer> models) {
    return BlendForm.read(json, models);
  }

  ModelPool pool() {
    return pool;
  }

  Optional<Learned> findLearned() {
    return Optional.ofNullable(learned);
  }

  Optional<Season> findSeason() {
    return Optional.ofNullable(season);
  }

  Optional<PurchaseCycle> findCycle() {
    return Optional.ofNullable(cycle);
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    if (cycle != null) {
      return cycle.score(base, horizon);
    }
    Logits logits = logits(base, horizon.days());
    Map<String, String> parameters = Map.of(
        "horizonDays", String.valueOf(horizon.days()), "models", pool.models().toString());
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(name(), parameters, base.window(), base.size()),
        row -> LogSpace.sigmoid(-logits.active[row]),
        row -> explain(base, row, logits));
  }

  /** The logit of a purchase and that of the models alone, one per row; the columns behind them where there are any. */
  private static final class Logits {

    private final double[] active;
    private final double[] ofModels;
    private final double[][] columns;

    private Logits(double[] active, double[] ofModels, double[][] columns) {
      this.active = active;
      this.ofModels = ofModels;
      this.columns = columns;
    }
  }

  private Logits logits(CustomerBase base, double days) {
    if (learned == null) {
      double[] ofModels = pool.logits(base, days);
      return new Logits(ofModels, ofModels, new double[base.size()][0]);
    }
    double[][] columns = learned.columns(base, days, pool);
    return new Logits(
        Arrays.stream(columns).mapToDouble(learned::logit).toArray(),
        Arrays.stream(columns).mapToDouble(row -> row[row.length - 1]).toArray(),
        columns);
  }

  @Override
  public double[] forecast(CustomerBase base, Horizon horizon) {
    if (cycle != null) {
      return cycle.forecast(base, horizon);
    }
    double factor = season == null ? 1 : season.factor(base.asOf(), horizon.days());
    return Arrays.stream(counts(base, horizon.days(), pool, findLearned()))
        .map(count -> factor * count)
        .toArray();
  }

  /** The counts of a usual season. */
  static double[] counts(
      CustomerBase base, double days, ModelPool pool, Optional<Learned> learned) {
    double[] lnCounts = learned
        .map(known -> known.lnCounts(base, days, pool))
        .orElseGet(() -> pool.lnCounts(base, days));
    return Arrays.stream(lnCounts).map(Math::exp).toArray();
  }

  /**
   * What each column adds to the log-odds of leaving: with the one named {@code intercept} they add up to the logit of the
   * churn probability. Looks at the whole base, whose mean rate is part of some columns.
   *
   * @param base whose customer is explained
   * @param row 0 to size - 1
   * @param horizon of the score
   * @return by column, in log-odds; empty when nothing was learnt
   */
  public Map<String, Double> contributions(CustomerBase base, int row, Horizon horizon) {
    return learned == null
        ? Map.of()
        : Contributions.of(learned, learned.columns(base, horizon.days(), pool)[row]);
  }

  private List<Reason> explain(CustomerBase base, int row, Logits logits) {
    PurchaseHistory history = PurchaseHistory.of(base, row, TimeScale.DAY);
    double usual = (history.recencyOfLast() + 1) / (history.repeatPurchases() + 1);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(ChurnReasons.silence(base, row, usual));
    reasons.add(Reason.of("churn.models")
        .with("models", pool.size())
        .with("probability", LogSpace.sigmoid(-logits.ofModels[row])));
    if (learned != null) {
      reasons.addAll(Contributions.reasons(learned, logits.columns[row]));
    }
    return reasons;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Blend that
        && pool.equals(that.pool)
        && findLearned().equals(that.findLearned())
        && findSeason().equals(that.findSeason())
        && findCycle().equals(that.findCycle())
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * pool.hashCode() + provenance.hashCode();
  }

  /** Such as {@code blend of [bg-nbd, mbg-nbd, pareto-nbd]}. */
  @Override
  public String toString() {
    String regular = pool.regular().map(model -> " and " + MbgCnbdK.NAME).orElse("");
    return name() + " of " + pool.models().stream().map(PurchaseProcess::name).toList() + regular;
  }
}
