package io.headlesscrm.examples.analyse.report;

import io.headlesscrm.churn.chart.GainCurve.Curve;
import io.headlesscrm.churn.evaluation.Backtest;
import java.util.List;

/** The leavers found among the customers with the highest scores, beside those that naive orders find. */
final class GainChart {
  private static final double SHOWN = 0.2;

  private final Markup page;
  private final Lookback.Seen seen;
  private final Wording words;

  GainChart(Markup page, Lookback.Seen seen, Wording words) {
    this.page = page;
    this.seen = seen;
    this.words = words;
  }

  void write() {
    page.open("div").leaf("h3", words.say("gain.title"));
    legend();
    Quadrant plane = new Quadrant(page, description(), 1, 0, 1);
    plane.upAxis(words.figures()::wholePercent, words.say("gain.y"));
    seen.gain().curves().forEach(curve -> plane.svg().polyline(points(plane, curve), look(curve)));
    for (int fifth = 0; fifth <= 5; fifth++) {
      plane.acrossLabel(fifth / 5.0, words.figures().wholePercent(fifth / 5.0));
    }
    plane.acrossAxis(words.say("gain.x"));
    plane.svg().close();
    page.leaf("p", caption(), "class", "lead").close();
  }

  private void legend() {
    page.open("p", "class", "legend");
    page.leaf("span", words.say("gain.score"), "class", "stroke main").text(" ");
    page.leaf("span", words.say("gain.recency"), "class", "stroke alarm").text(" ");
    page.leaf("span", words.say("gain.any"), "class", "stroke muted").close();
  }

  private static List<Point> points(Quadrant plane, Curve curve) {
    return curve.points().stream()
        .map(point -> plane.at(point.part(), point.gain()))
        .toList();
  }

  private static String look(Curve curve) {
    return switch (curve.name()) {
      case Backtest.RECENCY -> "forecast";
      case Backtest.LAST_SHARE -> "even";
      default -> "curve";
    };
  }

  private String description() {
    return words.say("gain.chart") + ". " + caption();
  }

  private String caption() {
    return words.say(
        "gain.caption",
        "part",
        words.figures().wholePercent(SHOWN),
        "found",
        words.figures().percent(gain(false)),
        "naive",
        words.figures().percent(gain(true)),
        "lift",
        words.figures().decimal(seen.topDecileLift()));
  }

  private double gain(boolean ofRecency) {
    return seen.gain().curves().stream()
        .filter(curve -> ofRecency ? curve.name().equals(Backtest.RECENCY) : !curve.isNaive())
        .flatMap(curve -> curve.points().stream())
        .filter(point -> Math.abs(point.part() - SHOWN) < 1e-9)
        .findFirst()
        .orElseThrow()
        .gain();
  }
}
