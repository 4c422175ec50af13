package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;

/** Reads the file by splitting lines. */
final class RowReading {

  private RowReading() {}

  static PurchaseLogBuilder read(Path file) throws IOException {
    PurchaseLogBuilder rows = PurchaseLogBuilder.of(Currency.getInstance("CNY"));
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(rows, line);
      }
    }
    return rows;
  }

  private static void add(PurchaseLogBuilder rows, String line) {
    int first = line.indexOf(',');
    int second = line.indexOf(',', first + 1);
    char[] id = line.substring(0, first).toCharArray();
    int day = (int) LocalDate.parse(line.substring(first + 1, second)).toEpochDay();
    long cents = Long.parseLong(line.substring(second + 1).replace(".", ""));
    rows.addRow(id, 0, id.length, day, cents, PurchaseKind.SALE);
  }
}
