package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.evidence.Reason;
import java.util.ArrayList;
import java.util.List;

/** What the reader of an RFM result should know about its cuts. */
final class RfmNotices {

  private RfmNotices() {}

  static List<Reason> of(RfmModel model) {
    List<Reason> notices = new ArrayList<>();
    if (model.provenance().customers() == 0) {
      notices.add(Reason.of("segmentation.no-customers"));
      return notices;
    }
    for (Axis axis : Axis.values()) {
      AxisBins bins = model.bins(axis);
      bins.ties().forEach(tie -> notices.add(tied(model, axis, tie)));
      if (bins.effective() < bins.requested()) {
        notices.add(Reason.of("rfm.empty-bins")
            .withValue("axis", axis.letter())
            .with("requested", bins.requested())
            .with("effective", bins.effective()));
      }
    }
    return notices;
  }

  private static Reason tied(RfmModel model, Axis axis, Tie tie) {
    return Reason.of("rfm.tie")
        .withValue("axis", axis.letter())
        .with("customers", tie.customers())
        .withValue("value", RfmReasons.shown(axis, tie.value(), model.currency()))
        .with("low", tie.lowScore())
        .with("high", tie.highScore())
        .withValue("binning", model.bins(axis).binning());
  }
}
