package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.ScoreOutlook;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.drop.DropReport;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.churn.value.LifetimeValue;
import io.headlesscrm.churn.warning.WarningList;
import io.headlesscrm.churn.warning.WarningRanker;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.sales.campaign.ControlGroup;
import io.headlesscrm.core.time.TimeScale;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Puts the customers of a drop report into the order in which they are worth a contact. */
final class WarningOrder {

  private static final double ANNUAL_DISCOUNT = 0.1;

  private WarningOrder() {}

  /** Empty when the data allow no scores, which is said on standard error. */
  static Optional<WarningList> find(
      CustomerBase base,
      DropReport report,
      Horizon horizon,
      int capacity,
      ControlGroup control,
      @Nullable Double threshold) {
    FitResult<Blend> fit = Blend.fit(base);
    if (!(fit instanceof Fitted<Blend> fitted)) {
      System.err.printf(Locale.ROOT, "no ranking: %s%n", fit.verdicts().get(0));
      return Optional.empty();
    }
    ScoreOutlook outlook = ScoreOutlook.of(fitted.model(), base, horizon);
    // nobody is surely gone: only those whom the report names are ranked
    WarningRanker ranker = WarningRanker.usual()
        .withLeastProbability(1)
        .withCapacity(capacity)
        .withControlGroup(control);
    if (threshold != null) {
      ranker = ranker.withOutlook(outlook, threshold);
    }
    return Optional.of(ranker.rank(outlook.scores(), values(base, horizon), report));
  }

  private static IntToDoubleFunction values(CustomerBase base, Horizon horizon) {
    if (ParetoNbd.fit(base, TimeScale.WEEK) instanceof Fitted<ParetoNbd> process
        && GammaGamma.fit(base) instanceof Fitted<GammaGamma> spend
        && isUsable(process)
        && isUsable(spend)) {
      return LifetimeValue.builder(process, spend, ANNUAL_DISCOUNT).build().of(base)::value;
    }
    System.err.println("no lifetime values: ranked by what was spent per horizon so far.");
    return WarningRanker.revenueWithin(base, horizon);
  }

  private static boolean isUsable(Fitted<?> fitted) {
    return fitted.verdicts().stream()
        .noneMatch(verdict -> verdict.severity() == Verdict.Severity.ERROR);
  }
}
