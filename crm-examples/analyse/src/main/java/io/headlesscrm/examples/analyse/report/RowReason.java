package io.headlesscrm.examples.analyse.report;

import java.util.List;

/**
 * Why rows were left out.
 *
 * @param reason the reason, in a few words
 * @param rows how many rows, &gt; 0
 * @param examples some of them, a handful at most
 */
public record RowReason(String reason, long rows, List<RowExample> examples) {

  public RowReason {
    examples = List.copyOf(examples);
  }
}
