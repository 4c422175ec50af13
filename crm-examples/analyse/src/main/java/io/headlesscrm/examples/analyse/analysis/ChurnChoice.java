package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The purchase-process model that the report believes: of those that reached an optimum the likelier one (they have
 * the same number of parameters), with what the fit has to say.
 *
 * @param model empty when none reached an optimum
 * @param verdicts of the chosen fit, or of all when none was chosen
 */
public record ChurnChoice(Optional<BetaGeometricModel> model, List<Verdict> verdicts) {

  static ChurnChoice of(CustomerBase base) {
    List<FitResult<? extends BetaGeometricModel>> fits = List.of(MbgNbd.fit(base), BgNbd.fit(base));
    FitResult.Fitted<? extends BetaGeometricModel> best = null;
    for (FitResult<? extends BetaGeometricModel> fit : fits) {
      if (fit instanceof FitResult.Fitted<? extends BetaGeometricModel> fitted
          && fitted.diagnostics().isConverged()
          && (best == null
              || fitted.diagnostics().logLikelihood() > best.diagnostics().logLikelihood())) {
        best = fitted;
      }
    }
    return best == null ? none(fits) : new ChurnChoice(Optional.of(best.model()), best.verdicts());
  }

  private static ChurnChoice none(List<FitResult<? extends BetaGeometricModel>> fits) {
    List<Verdict> verdicts = new ArrayList<>();
    for (FitResult<? extends BetaGeometricModel> fit : fits) {
      fit.verdicts().stream().filter(verdict -> !verdicts.contains(verdict)).forEach(verdicts::add);
    }
    return new ChurnChoice(Optional.empty(), verdicts);
  }
}
