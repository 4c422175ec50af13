package io.headlesscrm.examples.analyse.report;

/**
 * The place of a plot in a drawing, with axes that start at 0.
 *
 * @param left left edge
 * @param top upper edge
 * @param width width, reached by the value {@code maxX}
 * @param height height, reached by the value {@code maxY}
 * @param maxX value at the right end, &gt; 0
 * @param maxY value at the upper end, &gt; 0
 */
record PlotArea(double left, double top, double width, double height, double maxX, double maxY) {

  Point at(double x, double y) {
    return new Point(left + width * x / maxX, top + height * (1 - y / maxY));
  }

  Point origin() {
    return at(0, 0);
  }
}
