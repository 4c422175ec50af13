package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.evidence.Reason;
import java.util.ArrayList;
import java.util.List;

/** What the reader of an ABC result should know about its classes. */
final class AbcNotices {

  private AbcNotices() {}

  static List<Reason> of(AbcModel model) {
    if (model.provenance().customers() == 0) {
      return List.of(Reason.of("segmentation.no-customers"));
    }
    AbcFit fit = model.fit();
    List<Reason> notices = new ArrayList<>();
    if (!fit.hasValue()) {
      notices.add(Reason.of("abc.no-value"));
    }
    addCount(notices, "abc.missing", fit.missing());
    addCount(notices, "abc.negative", fit.negative());
    if (fit.elsewhere() > 0) {
      notices.add(bases(model));
    }
    return notices;
  }

  private static void addCount(List<Reason> notices, String key, int customers) {
    if (customers > 0) {
      notices.add(Reason.of(key).with("customers", customers));
    }
  }

  private static Reason bases(AbcModel model) {
    AbcFit fit = model.fit();
    int known = model.provenance().customers() - fit.missing();
    return Reason.of("abc.cut-by-" + model.strategy().shareOf())
        .with("share", (double) fit.sizes().get(0) / known)
        .with("elsewhere", fit.elsewhere())
        .with("customers", known);
  }
}
