package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.PurchaseHistogram;
import java.util.Arrays;
import java.util.Iterator;

/** The models that can be fitted, by the names of the command line. */
enum ModelName {
  BG_NBD(BgNbd.NAME),
  MBG_NBD(MbgNbd.NAME);

  private final String label;

  ModelName(String label) {
    this.label = label;
  }

  FitResult<? extends BetaGeometricModel> fit(PurchaseHistogram histogram) {
    return switch (this) {
      case BG_NBD -> BgNbd.fit(histogram);
      case MBG_NBD -> MbgNbd.fit(histogram);
    };
  }

  @Override
  public String toString() {
    return label;
  }

  static ModelName parse(String name) {
    return Arrays.stream(values())
        .filter(model -> model.label.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "model is \"" + name + "\", it must be one of " + Arrays.toString(values())));
  }

  /** For the help text. */
  static final class Labels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(ModelName::toString).iterator();
    }
  }
}
