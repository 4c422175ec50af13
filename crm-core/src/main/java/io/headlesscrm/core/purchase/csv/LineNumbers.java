package io.headlesscrm.core.purchase.csv;

import java.util.Map;
import java.util.TreeMap;

/**
 * Turns positions into line numbers once the lines of every block are known. A position is the number of a block and a
 * line within it, so that workers can note it without knowing what the others read; positions sort as lines do.
 */
final class LineNumbers {

  private final long[] firstLines;

  LineNumbers(Map<Integer, Integer> linesByBlock) {
    firstLines = new long[linesByBlock.size()];
    long line = 1;
    for (Map.Entry<Integer, Integer> block : new TreeMap<>(linesByBlock).entrySet()) {
      firstLines[block.getKey()] = line;
      line += block.getValue();
    }
  }

  static long position(int block, int line) {
    return ((long) block << 32) | line;
  }

  /** The line in the file, from 1. */
  long line(long position) {
    return firstLines[(int) (position >>> 32)] + (int) position;
  }
}
