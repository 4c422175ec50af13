package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.segmentation.rfm.Rfm;
import java.util.List;

/** What the library's results weigh, beside the sum of the arrays that they are made of. */
final class Footprints {

  private static final int STAMP = 4;
  private static final int AMOUNT = 8;
  private static final int OFFSET = 4;

  /** Row in the log, purchases, purchase days, first and last day; spend. */
  private static final int BASE_ROW = 5 * 4 + 8;

  private static final int SEGMENT = 2;
  private static final int PROBABILITY = 8;

  private final Workbench workbench;
  private final long customers;
  private final long purchases;

  Footprints(Workbench workbench, DataSize size) {
    this.workbench = workbench;
    this.customers = size.customers();
    this.purchases = size.purchases();
  }

  List<Footprint> measured() {
    return List.of(
        Footprint.of("log", log(), workbench::group),
        Footprint.of(
            "base as of a day", BASE_ROW * customers, () -> workbench.log().asOf(workbench.asOf())),
        Footprint.of(
            "RFM segments", SEGMENT * customers, () -> Rfm.quintiles().segment(workbench.base())),
        Footprint.of(
            "churn scores",
            PROBABILITY * customers,
            () -> workbench.model().score(workbench.base(), Horizon.ofDays(90))),
        Footprint.of(
            "histories counted for a fit",
            Footprint.UNKNOWN,
            () -> PurchaseHistogram.of(workbench.base(), TimeScale.WEEK)));
  }

  /** Two columns of purchases; of customers the start, the id and where the id ends. */
  private long log() {
    int idLength = workbench.base().customer(0).value().length();
    return (STAMP + AMOUNT) * purchases + (OFFSET + OFFSET + idLength) * customers;
  }
}
