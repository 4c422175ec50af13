package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of models as the literature writes them. */
final class ModelLabels {

  private ModelLabels() {}

  static String of(String name) {
    return switch (name) {
      case ParetoNbd.NAME -> "Pareto/NBD";
      case MbgCnbdK.NAME -> "MBG/CNBD-k";
      default -> name.toUpperCase(Locale.ROOT).replace('-', '/');
    };
  }

  /** The default scorer or what it fell back to, with the models in it. */
  static Reason of(Blend scorer) {
    return Reason.of("analyse.scorer." + scorer.name()).withValue("models", models(scorer));
  }

  private static String models(Blend scorer) {
    List<String> names = new ArrayList<>();
    scorer.models().stream().map(PurchaseProcess::name).forEach(names::add);
    scorer.findRegularModel().ifPresent(model -> names.add(MbgCnbdK.NAME));
    return String.join(", ", names.stream().map(ModelLabels::of).toList());
  }
}
