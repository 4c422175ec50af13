package io.headlesscrm.examples.analyse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Pareto curve with the limits of the ABC classes, and the classes in a table. */
final class ParetoSection {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 330;

  private final Markup page;
  private final Wording words;
  private final Concentration concentration;

  private ParetoSection(Markup page, Concentration concentration, Wording words) {
    this.page = page;
    this.words = words;
    this.concentration = concentration;
  }

  static void write(Markup page, ReportModel model, Wording words) {
    new ParetoSection(page, model.concentration(), words).write();
  }

  private void write() {
    Section.open(page, "pareto", words.say("pareto.title"));
    if (concentration.isEmpty()) {
      Section.lead(page, words.say("pareto.none"));
    } else {
      String gini = String.format(Locale.ROOT, "%.3f", concentration.gini().orElse(0));
      Section.lead(page, words.say("pareto.lead", "gini", gini));
      chart();
    }
    if (!concentration.classes().isEmpty()) {
      table();
    }
    page.close();
  }

  private void chart() {
    PlotArea area = new PlotArea(46, 10, WIDTH - 60, HEIGHT - 62, 1, highest());
    Svg svg = Svg.chart(page, WIDTH, HEIGHT, words.say("pareto.curve"));
    axes(svg, area);
    svg.line(area.origin(), area.at(1, 1), "even");
    svg.label(area.at(0.62, 0.62).shifted(8, 14), words.say("pareto.equal"), "start faint");
    curve(svg, area);
    limits(svg, area);
    svg.close();
  }

  /** The curve rises over 1 where some customers cost money. */
  private double highest() {
    return concentration.curve().stream()
        .mapToDouble(CurvePoint::revenueShare)
        .reduce(1, Math::max);
  }

  private void axes(Svg svg, PlotArea area) {
    for (int quarter = 0; quarter <= 4; quarter++) {
      double share = quarter / 4.0;
      String percent = words.figures().wholePercent(share);
      svg.line(area.at(0, share), area.at(1, share), quarter == 0 ? "axis" : "grid");
      svg.label(area.at(0, share).shifted(-7, 4), percent, "end");
      svg.label(area.at(share, 0).shifted(0, 18), percent, quarter == 4 ? "end" : "middle");
    }
    svg.label(area.at(0.5, 0).shifted(0, 40), words.say("pareto.x"), "middle faint");
    svg.label(area.at(0, area.maxY()).shifted(8, 14), words.say("pareto.y"), "start faint");
  }

  private void curve(Svg svg, PlotArea area) {
    List<Point> points = new ArrayList<>();
    points.add(area.origin());
    concentration.curve().forEach(p -> points.add(area.at(p.customerShare(), p.revenueShare())));
    svg.polyline(List.copyOf(points), "curve");
  }

  /** A dot where each class but the last ends, dropped to the axis. */
  private void limits(Svg svg, PlotArea area) {
    double customers = 0;
    double revenue = 0;
    List<AbcClass> classes = concentration.classes();
    for (AbcClass each : classes.subList(0, Math.max(0, classes.size() - 1))) {
      customers += each.customerShare();
      revenue += each.revenueShare();
      Point limit = area.at(customers, revenue);
      svg.line(limit, area.at(customers, 0), "drop").dot(limit, 4.5, "limit");
      limitLabel(svg, area, limit, each.name() + " " + words.figures().percent(customers));
    }
  }

  /** Below the curve, on the side of the dot where there is room. */
  private static void limitLabel(Svg svg, PlotArea area, Point limit, String text) {
    boolean roomRight = limit.x() < area.left() + 0.8 * area.width();
    Point place = roomRight ? limit.shifted(8, 17) : limit.shifted(-6, 22);
    svg.label(place, text, roomRight ? "start strong" : "end strong");
  }

  private void table() {
    page.open("table", "class", "compact");
    page.leaf("caption", words.say("pareto.caption"), "class", "unseen");
    Cells.head(
        page,
        words.say("pareto.class"),
        words.say("pareto.customers"),
        words.say("pareto.revenue"));
    page.open("tbody");
    concentration.classes().forEach(this::row);
    page.close().close();
  }

  private void row(AbcClass each) {
    page.open("tr").leaf("th", each.name(), "scope", "row");
    Figures figures = words.figures();
    String customers = figures.count(each.customers());
    String share = figures.percent(each.customerShare());
    Cells.number(page, words.say("pareto.customers"), customers, share);
    String revenue = figures.money(each.revenue());
    String revenueShare = figures.percent(each.revenueShare());
    Cells.number(page, words.say("pareto.revenue"), revenue, revenueShare);
    page.close();
  }
}
