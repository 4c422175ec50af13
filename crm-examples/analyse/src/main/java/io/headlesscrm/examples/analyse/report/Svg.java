package io.headlesscrm.examples.analyse.report;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A drawing in a page. Looks come from the style sheet, by class; coordinates have two decimals. */
final class Svg {
  private final Markup page;

  private Svg(Markup page) {
    this.page = page;
  }

  /** A chart of its own, with the words that stand for it where it cannot be seen. */
  static Svg chart(Markup page, int width, int height, String title) {
    String box = "0 0 " + width + " " + height;
    page.open("svg", "class", "chart", "viewBox", box, "role", "img", "aria-label", title);
    page.leaf("title", title);
    return new Svg(page);
  }

  /** A bar of 100 by 10 beside a number that says the same; it stretches to its place. */
  static Svg bar(Markup page) {
    page.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 100 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    return new Svg(page);
  }

  Svg rect(Point corner, double width, double height, String look) {
    page.empty(
        "rect",
        "class",
        look,
        "x",
        number(corner.x()),
        "y",
        number(corner.y()),
        "width",
        number(width),
        "height",
        number(height));
    return this;
  }

  Svg line(Point from, Point to, String look) {
    return polyline(List.of(from, to), look);
  }

  Svg polyline(List<Point> points, String look) {
    page.empty("polyline", "class", look, "points", path(points));
    return this;
  }

  Svg dot(Point center, double radius, String look) {
    page.empty(
        "circle",
        "class",
        look,
        "cx",
        number(center.x()),
        "cy",
        number(center.y()),
        "r",
        number(radius));
    return this;
  }

  /** A text whose base line starts, has its middle or ends at the place, as the look says. */
  Svg label(Point place, String text, String look) {
    page.leaf("text", text, "class", look, "x", number(place.x()), "y", number(place.y()));
    return this;
  }

  void close() {
    page.close();
  }

  private static String path(List<Point> points) {
    return points.stream().map(p -> number(p.x()) + "," + number(p.y())).collect(joining(" "));
  }

  private static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    boolean whole = rounded == Math.rint(rounded);
    return whole ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
