package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.examples.analyse.report.MethodNote;
import io.headlesscrm.segmentation.rfm.Axis;
import io.headlesscrm.segmentation.rfm.RfmModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the figures of the report came about, so that somebody else can repeat them. */
final class MethodNotes {

  private final Analysis analysis;
  private final Locale locale;

  MethodNotes(Analysis analysis, Locale locale) {
    this.analysis = analysis;
    this.locale = locale;
  }

  List<MethodNote> notes() {
    List<MethodNote> notes = new ArrayList<>();
    notes.add(note(
        "scope",
        Reason.of("analyse.method.scope." + analysis.base().returnsPolicy())
            .withValue("start", analysis.base().window().start())
            .withValue("last", analysis.base().window().end().minusDays(1))));
    notes.add(note("rfm", rfm(analysis.rfmModel())));
    notes.add(note("abc", Reason.of("analyse.method.abc")));
    if (!analysis.leftOut().isEmpty()) {
      notes.add(note("left_out", leftOut()));
    }
    analysis.choice().scorer().ifPresent(scorer -> {
      notes.add(note("churn", Reason.of("analyse.method.churn." + scorer.name())));
      if (!scorer.models().isEmpty()) {
        notes.add(note("models", models(scorer)));
      }
    });
    analysis
        .choice()
        .model()
        .ifPresent(model -> notes.add(note(
            "alive",
            Reason.of("analyse.method.alive").withValue("model", ModelLabels.of(model.name())))));
    notes.add(note(
        "risk", Reason.of("analyse.method.risk").with("days", analysis.horizon().days())));
    notes.add(note(
        "version",
        Reason.of("analyse.method.version")
            .withValue("version", analysis.rfmModel().provenance().libraryVersion())));
    return notes;
  }

  private Reason leftOut() {
    return Reason.of("analyse.method.left_out")
        .withValue(
            "segmentations",
            analysis.leftOut().entrySet().stream()
                .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")")
                .collect(Collectors.joining(", ")));
  }

  private static Reason rfm(RfmModel model) {
    return Reason.of("analyse.method.rfm")
        .with("r", model.bins(Axis.RECENCY).effective())
        .with("f", model.bins(Axis.FREQUENCY).effective())
        .with("m", model.bins(Axis.MONETARY).effective());
  }

  private static Reason models(Blend scorer) {
    String models =
        scorer.models().stream().map(MethodNotes::model).collect(Collectors.joining("; "));
    return Reason.of("analyse.method.models").withValue("models", models);
  }

  private static String model(PurchaseProcess model) {
    return ModelLabels.of(model.name()) + ": "
        + model.parameters().entrySet().stream()
            .map(MethodNotes::parameter)
            .collect(Collectors.joining(", "));
  }

  private static String parameter(Map.Entry<String, Double> parameter) {
    return String.format(Locale.ROOT, "%s = %.4g", parameter.getKey(), parameter.getValue());
  }

  private MethodNote note(String term, Reason text) {
    return new MethodNote(Reason.of("analyse.term." + term).text(locale), text.text(locale));
  }
}
