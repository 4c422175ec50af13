package io.headlesscrm.core.customer.identity;

import java.util.List;

/**
 * What a search for duplicates found and what it cost.
 *
 * @param pairs certain ones and those to review, the likeliest first; rejected ones are left out
 * @param customers how many were searched
 * @param comparisons how many pairs were compared; each with each would be n (n - 1) / 2
 * @param oversized what could not be compared in full
 */
public record DuplicateSearch(
    List<DuplicatePair> pairs, long customers, long comparisons, List<OversizedBlock> oversized) {

  public DuplicateSearch {
    pairs = List.copyOf(pairs);
    oversized = List.copyOf(oversized);
  }

  /**
   * The pairs with a verdict.
   *
   * @param verdict certain or review
   * @return the likeliest first
   */
  public List<DuplicatePair> pairs(Verdict verdict) {
    return pairs.stream().filter(pair -> pair.verdict() == verdict).toList();
  }
}
