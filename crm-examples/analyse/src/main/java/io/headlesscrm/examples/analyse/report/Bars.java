package io.headlesscrm.examples.analyse.report;

/** The bars that stand beside numbers in tables. */
final class Bars {
  private static final int LENGTH = 100;

  private Bars() {}

  /** A bar of a share of the whole, in [0, 1]. */
  static void single(Markup page, double share, String look) {
    Svg bar = Svg.bar(page);
    bar.rect(new Point(0, 0), length(share), 10, look);
    bar.close();
  }

  /** A thin bar above a thick one. */
  static void pair(Markup page, double thin, double thick) {
    Svg bar = Svg.bar(page);
    bar.rect(new Point(0, 0), length(thin), 3, "muted");
    bar.rect(new Point(0, 4), length(thick), 6, "main");
    bar.close();
  }

  /** Parts of one whole, one after the other. */
  static void stacked(Markup page, double first, double second, double third) {
    Svg bar = Svg.bar(page);
    double one = length(first);
    double two = length(second);
    bar.rect(new Point(0, 0), one, 10, "main");
    bar.rect(new Point(one, 0), two, 10, "muted");
    bar.rect(new Point(one + two, 0), length(third), 10, "alarm");
    bar.close();
  }

  private static double length(double share) {
    return Double.isFinite(share) ? LENGTH * Math.max(0, Math.min(1, share)) : 0;
  }
}
