package io.headlesscrm.examples.analyse.report;

import java.util.List;

/** How many customers there are at each probability of not coming back. */
final class RiskSection {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 290;
  private static final double GAP = 0.12;
  private static final double ALARM = 0.5;

  private final Markup page;
  private final Wording words;
  private final ChurnOutlook.Fitted fit;

  private RiskSection(Markup page, ChurnOutlook.Fitted fit, Wording words) {
    this.page = page;
    this.words = words;
    this.fit = fit;
  }

  static void write(Markup page, ReportModel model, Wording words) {
    Section.open(page, "risk", words.say("risk.title"));
    if (model.churn() instanceof ChurnOutlook.Fitted fit) {
      new RiskSection(page, fit, words).write(model.keyFigures().customers());
    } else {
      Section.lead(page, words.say("risk.none"));
    }
    page.close();
  }

  private void write(long customers) {
    Figures figures = words.figures();
    Section.lead(
        page,
        words.say(
            "risk.lead",
            "days",
            Integer.toString(fit.horizonDays()),
            "count",
            figures.count(Math.round(fit.expectedSilent())),
            "customers",
            figures.count(customers)));
    if (!fit.bins().isEmpty()) {
      chart();
    }
  }

  private void chart() {
    Svg svg = Svg.chart(page, WIDTH, HEIGHT, description());
    PlotArea area = new PlotArea(8, 24, WIDTH - 16, HEIGHT - 76, 1, mostCustomers());
    fit.bins().forEach(bin -> bar(svg, area, bin));
    svg.line(area.origin(), area.at(1, 0), "axis");
    for (int fifth = 0; fifth <= 5; fifth++) {
      double share = fifth / 5.0;
      String place = fifth == 0 ? "start" : fifth == 5 ? "end" : "middle";
      svg.label(area.at(share, 0).shifted(0, 19), words.figures().wholePercent(share), place);
    }
    String axis = words.say("risk.x", "days", Integer.toString(fit.horizonDays()));
    svg.label(area.at(0.5, 0).shifted(0, 42), axis, "middle faint");
    svg.close();
  }

  private double mostCustomers() {
    return fit.bins().stream().mapToLong(RiskBin::customers).reduce(1, Math::max);
  }

  private void bar(Svg svg, PlotArea area, RiskBin bin) {
    double gap = GAP * (bin.to() - bin.from()) / 2;
    Point corner = area.at(bin.from() + gap, (double) bin.customers());
    Point foot = area.at(bin.to() - gap, 0);
    String look = bin.from() >= ALARM ? "alarm" : "main";
    svg.rect(corner, foot.x() - corner.x(), foot.y() - corner.y(), look);
    Point middle = new Point((corner.x() + foot.x()) / 2, corner.y() - 6);
    svg.label(middle, words.figures().countShort(bin.customers()), "middle strong");
  }

  /** All the bars in words, for those who cannot see them. */
  private String description() {
    List<String> bins = fit.bins().stream().map(this::describe).toList();
    return words.say("risk.chart") + ": " + String.join("; ", bins);
  }

  private String describe(RiskBin bin) {
    String from = words.figures().wholePercent(bin.from());
    String to = words.figures().wholePercent(bin.to());
    String range = words.say("risk.bin", "from", from, "to", to);
    return range + " " + words.figures().count(bin.customers());
  }
}
