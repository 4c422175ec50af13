package io.headlesscrm.examples.analyse.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the fit itself says about its figures, in plain words. */
final class FitSection {
  private FitSection() {}

  static void write(Markup page, ReportModel model, Wording words) {
    Section.open(page, "fit", words.say("fit.title"));
    if (model.churn() instanceof ChurnOutlook.Fitted fit) {
      Section.lead(page, words.say("fit.model", "model", fit.model()));
    } else if (model.churn() instanceof ChurnOutlook.Unavailable none) {
      Section.lead(page, none.reason());
    }
    verdicts(page, model, words);
    page.close();
  }

  private static void verdicts(Markup page, ReportModel model, Wording words) {
    List<FitVerdict> verdicts = model.churn().verdicts();
    if (!verdicts.isEmpty()) {
      page.open("ul", "class", "verdicts");
      verdicts.forEach(verdict -> verdict(page, verdict, words));
      page.close();
    } else if (model.churn() instanceof ChurnOutlook.Fitted) {
      page.leaf("p", words.say("fit.clear"));
    }
  }

  private static void verdict(Markup page, FitVerdict verdict, Wording words) {
    String severity = verdict.severity().name().toLowerCase(Locale.ROOT);
    page.open("li", "class", severity);
    page.leaf("b", words.say("fit.severity." + severity), "class", "mark").text(" ");
    Optional<String> plain = words.texts().find("verdict." + Texts.keyOf(verdict.code()));
    plain.ifPresent(text -> page.text(text + " "));
    page.leaf("span", verdict.message(), "class", plain.isPresent() ? "faint" : "plain")
        .close();
  }
}
