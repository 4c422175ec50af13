package io.headlesscrm.examples.analyse.report;

import java.util.Locale;

/** The back-test of the churn score: did it come true, did it find the leavers, what would it have been worth. */
final class LookbackSection {

  private LookbackSection() {}

  static void write(Markup page, ReportModel model, Wording words) {
    if (model.churn() instanceof ChurnOutlook.Fitted fit) {
      Section.open(page, "lookback", words.say("lookback.title"));
      if (fit.lookback() instanceof Lookback.Seen seen) {
        seen(page, seen, words);
      } else if (fit.lookback() instanceof Lookback.Unavailable none) {
        Section.lead(page, none.reason());
      }
      page.close();
    }
  }

  private static void seen(Markup page, Lookback.Seen seen, Wording words) {
    Figures figures = words.figures();
    Section.lead(
        page,
        words.say(
            "lookback.lead",
            "cutoff",
            figures.date(seen.tracking().cutoff()),
            "days",
            Integer.toString(seen.horizonDays()),
            "customers",
            figures.count(seen.customers()),
            "left",
            figures.count(seen.left()),
            "auc",
            decimals(seen.auc()),
            "naive",
            decimals(seen.naiveAuc())));
    page.open("div", "class", "columns");
    new TrackingChart(page, seen.tracking(), words).write();
    new ReliabilityChart(page, seen.reliability(), words).write();
    new GainChart(page, seen, words).write();
    new ProfitChart(page, seen, words).write();
    page.close();
  }

  private static String decimals(double auc) {
    return String.format(Locale.ROOT, "%.3f", auc);
  }
}
