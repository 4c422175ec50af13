package io.headlesscrm.examples.benchmarks;

/** What the library wants to reach at a step. */
sealed interface Goal {

  /**
   * To be so many times as fast as the rival.
   *
   * @param times above 0
   */
  record Ratio(double times) implements Goal {}

  /**
   * To take no longer.
   *
   * @param nanos above 0
   */
  record AtMost(double nanos) implements Goal {}

  /** The row is there to look at. */
  record Nothing() implements Goal {}
}
