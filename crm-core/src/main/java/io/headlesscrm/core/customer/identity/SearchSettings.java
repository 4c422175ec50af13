package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.name.Romanisation;

/** What a finder was told. */
record SearchSettings(
    double certain, double review, int largestBlock, long customers, Romanisation romanisation) {

  Verdict verdict(double score) {
    return score >= certain ? Verdict.CERTAIN : score >= review ? Verdict.REVIEW : Verdict.NO;
  }

  DuplicatePair pair(Profile a, Profile b, double score, Tally tally) {
    boolean ordered = a.id().compareTo(b.id()) < 0;
    return new DuplicatePair(
        ordered ? a.id() : b.id(),
        ordered ? b.id() : a.id(),
        score,
        verdict(score),
        tally.reasons());
  }
}
