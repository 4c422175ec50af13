package io.headlesscrm.examples.benchmarks;

/** Whom the library is compared with at a step. */
sealed interface Rival {

  /**
   * DuckDB, measured in turn with the library.
   *
   * @param benchmark of {@link DuckDbSteps}
   */
  record Measured(String benchmark) implements Rival {}

  /**
   * Another program, measured once on two cores of another day, with the figure of that day.
   *
   * @param name of the program
   * @param millis what it took
   * @param customers on how many; other sizes do not compare
   */
  record Quoted(String name, double millis, int customers) implements Rival {}

  /** Nobody offers it. */
  record Nobody() implements Rival {}
}
