package io.headlesscrm.examples.analyse.report;

import io.headlesscrm.churn.chart.ReliabilityDiagram;
import io.headlesscrm.churn.evaluation.Calibration.Bin;
import java.util.List;
import java.util.stream.Collectors;

/** Observed against predicted share of leavers, with the customers behind each dot. */
final class ReliabilityChart {
  private static final double LARGEST_DOT = 13;
  private static final double SMALLEST_DOT = 2.5;
  /** Below this a number would run into the axis, above the other into what stands over the plot. */
  private static final double LOW = 0.12;

  private static final double HIGH = 0.9;

  private final Markup page;
  private final List<Bin> bins;
  private final Wording words;

  ReliabilityChart(Markup page, ReliabilityDiagram diagram, Wording words) {
    this.page = page;
    this.bins = diagram.bins().stream().filter(bin -> bin.customers() > 0).toList();
    this.words = words;
  }

  void write() {
    page.open("div").leaf("h3", words.say("reliability.title"));
    Quadrant plane = new Quadrant(page, description(), 1, 0, 1);
    plane.upAxis(words.figures()::wholePercent, words.say("reliability.y"));
    plane.svg().line(plane.at(0, 0), plane.at(1, 1), "even");
    plane
        .svg()
        .polyline(
            bins.stream().map(bin -> plane.at(bin.predicted(), bin.observed())).toList(), "curve");
    bins.forEach(bin -> dot(plane, bin));
    for (int fifth = 0; fifth <= 5; fifth++) {
      plane.acrossLabel(fifth / 5.0, words.figures().wholePercent(fifth / 5.0));
    }
    plane.acrossAxis(words.say("reliability.x"));
    plane.svg().close();
    page.leaf("p", words.say("reliability.caption"), "class", "lead").close();
  }

  /** The area of a dot is its number of customers; the number stands on the side that is away from the diagonal. */
  private void dot(Quadrant plane, Bin bin) {
    int most = bins.stream().mapToInt(Bin::customers).max().orElse(1);
    double radius =
        Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt((double) bin.customers() / most));
    Point center = plane.at(bin.predicted(), bin.observed());
    plane.svg().dot(center, radius, "bin");
    String customers = words.figures().countShort(bin.customers());
    boolean isOver = bin.observed() >= bin.predicted() && bin.observed() < HIGH;
    if (isOver || bin.observed() < LOW) {
      plane.svg().label(center.shifted(0, -radius - 5), customers, "middle");
    } else {
      plane.svg().label(center.shifted(0, radius + 14), customers, "middle");
    }
  }

  private String description() {
    return words.say("reliability.chart") + ": "
        + bins.stream().map(this::describe).collect(Collectors.joining("; "));
  }

  private String describe(Bin bin) {
    return words.say(
        "reliability.bin",
        "predicted",
        words.figures().percent(bin.predicted()),
        "observed",
        words.figures().percent(bin.observed()),
        "count",
        words.figures().count(bin.customers()));
  }
}
