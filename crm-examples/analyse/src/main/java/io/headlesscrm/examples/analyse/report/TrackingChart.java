package io.headlesscrm.examples.analyse.report;

import io.headlesscrm.churn.chart.TrackingPlot;
import io.headlesscrm.churn.chart.TrackingPlot.Week;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Purchases by week before and after the cutoff, and those that were expected after it. */
final class TrackingChart {
  private final Markup page;
  private final TrackingPlot plot;
  private final Wording words;

  TrackingChart(Markup page, TrackingPlot plot, Wording words) {
    this.page = page;
    this.plot = plot;
    this.words = words;
  }

  void write() {
    long after = plot.weeks().stream().filter(week -> week.number() > 0).count();
    page.open("div").leaf("h3", words.say("tracking.title"));
    if (after == 0) {
      page.leaf("p", words.say("tracking.none"));
    } else {
      legend();
      chart();
      caption();
    }
    page.close();
  }

  private void legend() {
    page.open("p", "class", "legend");
    page.leaf("span", words.say("tracking.actual"), "class", "stroke main").text(" ");
    page.leaf("span", words.say("tracking.expected"), "class", "stroke alarm").close();
  }

  private void chart() {
    List<Week> weeks = plot.weeks();
    int first = weeks.get(0).number();
    int last = weeks.get(weeks.size() - 1).number();
    Quadrant plane = new Quadrant(page, description(), last - first + 1.0, 0, highest());
    plane.upAxis(tick -> words.figures().countShort(Math.round(tick)), words.say("tracking.y"));
    // a week is a step wide; its value stands in its middle
    plane
        .svg()
        .polyline(actual(plane, first), "curve")
        .polyline(expected(plane, first), "forecast");
    double cut = 1 - first;
    plane.svg().line(plane.at(cut, plane.bottom()), plane.at(cut, plane.top()), "drop");
    plane.acrossLabel(0, words.figures().date(weeks.get(0).start()));
    if (cut > 0) {
      plane.acrossLabel(cut, words.figures().date(plot.cutoff()));
    }
    plane.acrossAxis(words.say("tracking.x"));
    plane.svg().close();
  }

  private double highest() {
    return plot.weeks().stream()
        .mapToDouble(week -> Math.max((double) week.actual(), week.expected().orElse(0)))
        .reduce(1, Math::max);
  }

  private List<Point> actual(Quadrant plane, int first) {
    return plot.weeks().stream()
        .map(week -> plane.at(week.number() - first + 0.5, (double) week.actual()))
        .toList();
  }

  private List<Point> expected(Quadrant plane, int first) {
    List<Point> points = new ArrayList<>();
    plot.weeks()
        .forEach(week -> week.expected()
            .ifPresent(
                value -> points.add(plane.at(week.number() - first + 0.5, Math.max(0, value)))));
    return points;
  }

  private void caption() {
    page.leaf("p", words.say("tracking.caption", totals()), "class", "lead");
  }

  private String description() {
    return words.say("tracking.chart") + ". " + words.say("tracking.caption", totals());
  }

  private String[] totals() {
    double expected =
        plot.weeks().stream().mapToDouble(week -> week.expected().orElse(0)).sum();
    long actual = plot.weeks().stream()
        .filter(week -> week.number() > 0)
        .mapToLong(Week::actual)
        .sum();
    long weeks = plot.weeks().stream().filter(week -> week.number() > 0).count();
    Figures figures = words.figures();
    BigDecimal rounded = BigDecimal.valueOf(expected).setScale(0, RoundingMode.HALF_UP);
    return new String[] {
      "weeks", figures.count(weeks),
      "actual", figures.count(actual),
      "expected", figures.count(rounded.longValueExact())
    };
  }
}
