package io.headlesscrm.examples.analyse.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The company of one run, and the order in which its books are written. */
final class Books {
  private static final int PROGRESS_STEP = 1 << 16;

  private final GeneratorOptions options;
  private final Season season;
  private final Population population;
  private final byte[][] dates;

  Books(GeneratorOptions options) {
    this.options = options;
    this.season = new Season(options.start(), options.days());
    this.population = new Population(options, season);
    this.dates = dates(season);
  }

  Complaints complaints(OutputStream out) throws IOException {
    return new Complaints(out, options, population, dates);
  }

  CustomerMeasures measures(OutputStream out) {
    return new CustomerMeasures(out, options, population);
  }

  Generated write(OutputStream out, LongConsumer progress) throws IOException {
    return write(out, progress, shipment -> {});
  }

  Generated write(OutputStream out, LongConsumer progress, ShipmentListener listener)
      throws IOException {
    Schedule schedule = Schedule.of(options, season, population);
    Shipments shipments = new Shipments(options, schedule, population);
    PurchaseFile file = new PurchaseFile(new PurchaseRows(out, options.columns(), dates), options);
    for (int i = 0; i < shipments.size(); i++) {
      Shipment shipment = shipments.next(i);
      file.add(shipment);
      listener.accept(shipment);
      report(progress, i + 1);
    }
    progress.accept(shipments.size());
    return file.finish();
  }

  private static void report(LongConsumer progress, int written) {
    if (written % PROGRESS_STEP == 0) {
      progress.accept(written);
    }
  }

  private static byte[][] dates(Season season) {
    List<byte[]> dates = new ArrayList<>();
    for (int day = 0; day < season.days(); day++) {
      dates.add(season.date(day).toString().getBytes(US_ASCII));
    }
    return dates.toArray(byte[][]::new);
  }

  /** Hears of each shipment after it is written. */
  interface ShipmentListener {
    void accept(Shipment shipment) throws IOException;
  }
}
