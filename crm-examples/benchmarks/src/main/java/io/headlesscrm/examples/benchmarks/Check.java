package io.headlesscrm.examples.benchmarks;

/**
 * A figure that both sides worked out: their times compare only where they did the same work.
 *
 * @param figure what it is
 * @param ours the library's answer
 * @param theirs DuckDB's answer
 */
record Check(String figure, String ours, String theirs) {

  boolean agrees() {
    return ours.equals(theirs);
  }

  @Override
  public String toString() {
    return agrees()
        ? "both: " + figure + " = " + ours
        : "DIFFERENT: " + figure + " = " + ours + " here, " + theirs + " in DuckDB";
  }
}
