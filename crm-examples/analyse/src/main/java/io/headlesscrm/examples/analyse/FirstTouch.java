package io.headlesscrm.examples.analyse;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.rfm.Rfm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** The first fifteen lines that a developer writes: the README shows them, and a test runs them. */
public final class FirstTouch {

  private FirstTouch() {}

  /**
   * Reads a file of purchases and prints who is who.
   *
   * @param arguments the file
   * @throws IOException when it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    // region first-touch
    PurchaseLog log = PurchaseCsv.read(file).log();
    CustomerBase base = log.asOf(LocalDate.of(2026, 1, 1));

    Segmentation rfm = Rfm.quintiles().segment(base);
    System.out.println(rfm.explain(CustomerId.of("C0000003")));
    System.out.println(Abc.byValue().segment(base).spend());

    ChurnScores churn = MbgNbd.fit(base).orThrow().score(base, Horizon.ofDays(90));
    churn.highestRisk(3).forEach(System.out::println);
    // endregion
  }
}
