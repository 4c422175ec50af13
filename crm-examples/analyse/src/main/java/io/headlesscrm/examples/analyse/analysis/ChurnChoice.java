package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the report believes: the default scorer of the library for who may not buy, and beside it one purchase-process
 * model for who is still a customer, a question that the scorer does not answer.
 *
 * @param scorer the default scorer, or what it fell back to; empty when the data allow none
 * @param model the likelier of BG/NBD and MBG/NBD, which have the same number of parameters; empty when neither reached
 *     an optimum
 * @param verdicts of the scorer, then of the model
 */
public record ChurnChoice(
    Optional<Blend> scorer, Optional<BetaGeometricModel> model, List<Verdict> verdicts) {

  static ChurnChoice of(CustomerBase base) {
    FitResult<Blend> fit = Blend.fit(base);
    Optional<Blend> scorer =
        fit instanceof Fitted<Blend> fitted && fitted.diagnostics().isConverged()
            ? Optional.of(fitted.model())
            : Optional.empty();
    Optional<Fitted<? extends BetaGeometricModel>> model = likelier(base);
    List<Verdict> verdicts = new ArrayList<>(fit.verdicts());
    model.ifPresent(chosen -> verdicts.addAll(chosen.verdicts()));
    return new ChurnChoice(scorer, model.map(Fitted::model), List.copyOf(verdicts));
  }

  private static Optional<Fitted<? extends BetaGeometricModel>> likelier(CustomerBase base) {
    Fitted<? extends BetaGeometricModel> best = null;
    for (FitResult<? extends BetaGeometricModel> fit : List.of(MbgNbd.fit(base), BgNbd.fit(base))) {
      if (fit instanceof Fitted<? extends BetaGeometricModel> fitted
          && fitted.diagnostics().isConverged()
          && (best == null
              || fitted.diagnostics().logLikelihood() > best.diagnostics().logLikelihood())) {
        best = fitted;
      }
    }
    return Optional.ofNullable(best);
  }
}
