package io.headlesscrm.churn.blend;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.PairedTest;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.supervised.Detail;
import io.headlesscrm.churn.supervised.Features;
import io.headlesscrm.churn.supervised.Origins;
import io.headlesscrm.churn.supervised.RidgeRegression;
import io.headlesscrm.churn.supervised.TrainingRows;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fits a blend, and falls back where there is too little to learn from or learning did not help. */
final class BlendFit {

  private static final int FEWEST_CUSTOMERS = 200;
  private static final int FEWEST_ROWS = 100;
  private static final int SHORTEST_HISTORY_DAYS = 8 * 7;
  private static final int CUSTOMERS_FOR_AMOUNTS = 2000;
  private static final double LEVEL = 0.01;

  private final CustomerBase base;
  private final List<Verdict> verdicts = new ArrayList<>();

  private BlendFit(CustomerBase base) {
    this.base = base;
  }

  static FitResult<Blend> fit(CustomerBase base) {
    ModelPool pool = ModelPool.fit(base);
    return pool.isEmpty() ? cycle(base) : new BlendFit(base).run(pool);
  }

  private static FitResult<Blend> cycle(CustomerBase base) {
    FitResult<PurchaseCycle> fit = PurchaseCycle.fit(base);
    if (!(fit instanceof Fitted<PurchaseCycle> fitted)) {
      return new FitResult.NotFitted<>(fit.verdicts().get(0));
    }
    List<Verdict> verdicts = new ArrayList<>(fit.verdicts());
    verdicts.add(new Verdict("NO_MODEL", Severity.INFO, Reason.of("churn.fit.noModel")));
    return new Fitted<>(
        Blend.of(fitted.model(), provenance(PurchaseCycle.NAME, base)),
        diagnostics(base, verdicts));
  }

  private FitResult<Blend> run(ModelPool pool) {
    Optional<Learned> learned = findLearned(base, pool).filter(found -> isBetter());
    String name = learned.isPresent() ? Blend.NAME : Blend.MODELS;
    Optional<Season> season =
        Season.of(base, (known, days) -> Blend.counts(known, days, pool, Optional.empty()));
    if (season.isEmpty()) {
      verdicts.add(new Verdict(
          "SEASON_UNKNOWN",
          Severity.INFO,
          Reason.of("churn.fit.seasonUnknown").with("weeks", base.window().days() / 7.0)));
    }
    return new Fitted<>(
        Blend.of(pool, learned, season, provenance(name, base)), diagnostics(base, verdicts));
  }

  private static Provenance provenance(String method, CustomerBase base) {
    return Provenance.of(method, Map.of(), base.window(), base.size());
  }

  private static FitDiagnostics diagnostics(CustomerBase base, List<Verdict> verdicts) {
    return FitDiagnostics.ofLearning(verdicts, base.size(), 0);
  }

  /** Empty, and a verdict, when there is too little to learn from. */
  private Optional<Learned> findLearned(CustomerBase known, ModelPool pool) {
    int history = known.window().days() - 1;
    if (known.size() < FEWEST_CUSTOMERS || history < SHORTEST_HISTORY_DAYS) {
      return tooLittle(known, 0, 0);
    }
    Features features = features(known, history);
    TrainingRows rows = RidgeRegression.of(features).trainingRows(known);
    if (rows.silent() < FEWEST_ROWS || rows.size() - rows.silent() < FEWEST_ROWS) {
      return tooLittle(known, rows.size() - rows.silent(), rows.silent());
    }
    return Optional.of(Learned.from(known, features, pool));
  }

  /** Amounts and items cost more than they tell on few customers. */
  private static Features features(CustomerBase known, int history) {
    Detail detail = known.size() >= CUSTOMERS_FOR_AMOUNTS ? Detail.of(known) : Detail.DAYS;
    return Features.of(history - Origins.daysBefore(history)[0], detail);
  }

  private Optional<Learned> tooLittle(CustomerBase known, int bought, int silent) {
    verdicts.add(new Verdict(
        "TOO_LITTLE_TO_LEARN",
        Severity.INFO,
        Reason.of("churn.fit.tooLittleToLearn")
            .with("customers", known.size())
            .with("weeks", known.window().days() / 7.0)
            .with("bought", bought)
            .with("silent", silent)));
    return Optional.empty();
  }

  /**
   * Whether the models alone were not clearly better on the latest window. For this everything is fitted anew on what was
   * known at its start; where that is too little, nothing speaks against what was learnt.
   */
  private boolean isBetter() {
    int[] origins = Origins.daysBefore(base.window().days() - 1);
    int days = origins[origins.length - 1];
    CustomerBase earlier = Origins.earlier(base, base.asOf().minusDays(days));
    ModelPool pool = ModelPool.fit(earlier);
    Optional<Learned> learned =
        pool.isEmpty() ? Optional.empty() : new BlendFit(earlier).findLearned(earlier, pool);
    if (learned.isEmpty()) {
      return true;
    }
    PairedTest test = lossOfModels(earlier, days, pool)
        .compareLogLoss(lossOf(learned.get(), earlier, days, pool));
    boolean modelsAreBetter = test.difference() < 0 && test.isSignificant(LEVEL);
    if (modelsAreBetter) {
      verdicts.add(new Verdict(
          "MODELS_ALONE_BETTER",
          Severity.INFO,
          Reason.of("churn.fit.modelsAloneBetter")
              .with("gain", -test.difference())
              .with("p", test.pValue())));
    }
    return !modelsAreBetter;
  }

  private Calibration lossOfModels(CustomerBase earlier, int days, ModelPool pool) {
    return calibration(earlier, pool.logits(earlier, days));
  }

  private Calibration lossOf(Learned learned, CustomerBase earlier, int days, ModelPool pool) {
    double[][] columns = learned.columns(earlier, days, pool);
    double[] logits = new double[columns.length];
    for (int row = 0; row < logits.length; row++) {
      logits[row] = learned.logit(columns[row]);
    }
    return calibration(earlier, logits);
  }

  private Calibration calibration(CustomerBase earlier, double[] logits) {
    double[] churn = new double[logits.length];
    boolean[] left = new boolean[logits.length];
    for (int row = 0; row < churn.length; row++) {
      churn[row] = LogSpace.sigmoid(-logits[row]);
      left[row] = Origins.purchaseDaysSince(base, earlier, row) == 0;
    }
    return Calibration.of(churn, left);
  }
}
