package io.headlesscrm.examples.analyse.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The complaint file: few complaints in the usual course of business, many in the weeks before a
 * customer leaves, so that whoever looks for causes of leaving finds one.
 */
final class Complaints {
  static final String HEADER =
      "complaint_id,customer_id,date,invoice,category,severity,resolved_on,compensation";

  private static final List<String> CATEGORIES =
      List.of("late", "damaged", "billing", "lost", "unfriendly", "no answer");
  private static final double USUAL = 0.008;
  private static final double BEFORE_LEAVING = 0.12;
  private static final int LEAVING_DAYS = 45;
  private static final double UNRESOLVED = 0.08;
  private static final double COMPENSATED = 0.35;

  private final CsvBytes csv;
  private final Population population;
  private final Draws draws;
  private final byte[][] dates;
  private long written;

  Complaints(OutputStream out, GeneratorOptions options, Population population, byte[][] dates)
      throws IOException {
    this.csv = new CsvBytes(out);
    this.population = population;
    this.draws = Draws.of(options.seed(), -5);
    this.dates = dates;
    csv.text(HEADER).newLine();
  }

  /** Decides whether a shipment is complained about, and writes the complaint. */
  void consider(Shipment shipment) throws IOException {
    int day = shipment.day() + 1 + draws.below(5);
    if (draws.chance(probability(shipment)) && day < dates.length) {
      write(shipment, day);
    }
  }

  long written() {
    return written;
  }

  void flush() throws IOException {
    csv.flush();
  }

  private double probability(Shipment shipment) {
    Traits traits = population.traits(shipment.customer());
    boolean leaving =
        population.leaves(traits) && traits.lastDay() - shipment.day() <= LEAVING_DAYS;
    return leaving ? BEFORE_LEAVING : USUAL;
  }

  private void write(Shipment shipment, int day) throws IOException {
    csv.text("K").padded(++written, 6).comma();
    CustomerIds.write(csv, shipment.customer()).comma().bytes(dates[day]).comma();
    csv.text("INV").padded(shipment.number(), 7).comma();
    csv.text(category()).comma();
    csv.padded(1L + draws.below(5), 1).comma();
    resolution(day);
    compensation(shipment);
    csv.newLine();
  }

  /** The first categories are the usual ones. */
  private String category() {
    double point = draws.uniform();
    return CATEGORIES.get((int) (point * point * CATEGORIES.size()));
  }

  private void resolution(int day) {
    int resolved = day + draws.below(15);
    if (!draws.chance(UNRESOLVED) && resolved < dates.length) {
      csv.bytes(dates[resolved]);
    }
    csv.comma();
  }

  private void compensation(Shipment shipment) {
    boolean paid = draws.chance(COMPENSATED);
    csv.amount(paid ? Math.round(shipment.cents() * draws.uniform()) : 0);
  }
}
