package io.headlesscrm.examples.analyse;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.season.Seasonal;
import io.headlesscrm.churn.season.SeasonalModel;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** The first lines for customers who buy more in some months than in others; a test runs them. */
public final class FirstSeason {

  private FirstSeason() {}

  /**
   * Learns the season from a file of purchases and looks ahead to the end of the year.
   *
   * @param arguments the file, in which the purchases before November 2025 cover a year at least
   * @throws IOException when it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    // region first-season
    CustomerBase base = PurchaseCsv.read(file).log().asOf(LocalDate.of(2025, 11, 1));
    SeasonalModel seasonal = Seasonal.mbgNbd().fit(base).orThrow();
    System.out.println(seasonal.profile());

    Horizon toNewYear = Horizon.ofDays(61);
    double expected = Arrays.stream(seasonal.forecast(base, toNewYear)).sum();
    double plain =
        Arrays.stream(MbgNbd.fit(base).orThrow().forecast(base, toNewYear)).sum();
    System.out.printf(Locale.ROOT, "%.0f purchase days, %.0f without a season%n", expected, plain);
    seasonal.score(base, toNewYear).highestRisk(1).forEach(System.out::println);
    // endregion
  }
}
