package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.SharedData;

/** The 11,104 donors of Fader, Hardie &amp; Shang (2010), six years after their first gift. */
final class Donations {

  private Donations() {}

  static OpportunityHistogram histogram() {
    OpportunityHistogram.Builder builder = OpportunityHistogram.builder();
    SharedData.lines("data/donations/donations.csv").stream().skip(1).forEach(line -> {
      String[] cells = line.split(",", -1);
      builder.add(
          new OpportunityHistory(
              Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2])),
          Long.parseLong(cells[3]));
    });
    return builder.build();
  }
}
