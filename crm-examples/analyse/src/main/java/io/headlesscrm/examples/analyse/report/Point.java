package io.headlesscrm.examples.analyse.report;

/**
 * A place in a drawing.
 *
 * @param x units from the left
 * @param y units from the top
 */
record Point(double x, double y) {

  Point shifted(double right, double down) {
    return new Point(x + right, y + down);
  }
}
