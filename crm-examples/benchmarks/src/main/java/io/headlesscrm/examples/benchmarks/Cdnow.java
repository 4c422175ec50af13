package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Optional;

/** The CDNOW sample, which everybody in the field fits. */
final class Cdnow {

  private static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
  private static final Currency DOLLAR = Currency.getInstance("USD");

  private Cdnow() {}

  static Optional<CustomerBase> findBase() throws IOException {
    Optional<Path> file = SharedData.find("cdnow", "CDNOW_sample.txt");
    return file.isPresent() ? Optional.of(base(file.get())) : Optional.empty();
  }

  private static CustomerBase base(Path file) throws IOException {
    PurchaseLogBuilder purchases = PurchaseLogBuilder.of(DOLLAR);
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.strip().split(" +", -1);
      purchases.add(
          CustomerId.of(cells[1]),
          LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE),
          Money.rounded(new BigDecimal(cells[4]), DOLLAR));
    }
    return purchases.build().through(CALIBRATION_END, ReturnsPolicy.SALES);
  }
}
