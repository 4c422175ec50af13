package io.headlesscrm.examples.analyse.report;

import java.util.List;
import java.util.function.DoubleFunction;

/** A plot of one number over another in the right upper quadrant or, where values are negative, below it too. */
final class Quadrant {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int TOP = 22;
  private static final int RIGHT = 14;
  private static final int BOTTOM = 48;

  private final Svg svg;
  private final PlotArea area;
  private final List<Double> ticks;

  /** Up to {@code maxX} across; up as far as round numbers hold the range. */
  Quadrant(Markup page, String title, double maxX, double lowest, double highest) {
    this.svg = Svg.chart(page, WIDTH, HEIGHT, title);
    this.ticks = Ticks.between(lowest, highest);
    double span = ticks.get(ticks.size() - 1) - ticks.get(0);
    this.area = new PlotArea(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM, maxX, span);
  }

  Svg svg() {
    return svg;
  }

  Point at(double x, double y) {
    return area.at(x, y - ticks.get(0));
  }

  double bottom() {
    return ticks.get(0);
  }

  double top() {
    return ticks.get(ticks.size() - 1);
  }

  double maxX() {
    return area.maxX();
  }

  /** Lines across with their numbers, and what is counted above them. */
  void upAxis(DoubleFunction<String> number, String name) {
    for (double tick : ticks) {
      svg.line(at(0, tick), at(maxX(), tick), tick == 0 ? "axis" : "grid");
      svg.label(at(0, tick).shifted(-7, 4), number.apply(tick), "end");
    }
    svg.label(new Point(0, 11), name, "start faint");
  }

  /** A number below the plot. */
  void acrossLabel(double x, String text) {
    String place = x == 0 ? "start" : x == maxX() ? "end" : "middle";
    svg.label(at(x, bottom()).shifted(0, 18), text, place);
  }

  /** What runs across. */
  void acrossAxis(String name) {
    svg.label(at(maxX() / 2, bottom()).shifted(0, 40), name, "middle faint");
  }
}
