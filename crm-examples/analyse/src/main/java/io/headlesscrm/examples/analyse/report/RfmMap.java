package io.headlesscrm.examples.analyse.report;

import java.util.List;
import java.util.Optional;

/**
 * Customers and revenue by recency and frequency.
 *
 * @param recencyScores number of recency scores, 1 to 10; the highest score bought last
 * @param frequencyScores number of frequency scores, 1 to 10; the highest score buys most often
 * @param cells the cells, in any order; a cell without customers may be left out
 */
public record RfmMap(int recencyScores, int frequencyScores, List<RfmCell> cells) {

  public RfmMap {
    requireScores(recencyScores, "recencyScores");
    requireScores(frequencyScores, "frequencyScores");
    cells = List.copyOf(cells);
  }

  Optional<RfmCell> find(int recency, int frequency) {
    return cells.stream()
        .filter(cell -> cell.recency() == recency && cell.frequency() == frequency)
        .findFirst();
  }

  private static void requireScores(int scores, String name) {
    if (scores < 1 || scores > 10) {
      throw new IllegalArgumentException(
          name + " = " + scores + " must be 1 to 10.\nMaybe score the customers with fewer bins.");
    }
  }
}
