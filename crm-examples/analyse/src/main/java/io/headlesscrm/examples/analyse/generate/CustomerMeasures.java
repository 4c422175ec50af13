package io.headlesscrm.examples.analyse.generate;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What the company knows of its customers beside their purchases: margin, cost to serve, an estimate of the whole need,
 * and the answers to a survey that not everybody returned. Customers who have left judged the company worse; whoever
 * cares for the price took more discounts.
 */
final class CustomerMeasures {
  static final String HEADER =
      "customer,margin,cost_to_serve,wallet,preference,differentiation,satisfaction,"
          + "discount_share,price_interest,service_interest,product_interest";

  /** Far from the streams of the customers, which count upwards, and from those of the files. */
  private static final long FIRST_STREAM = -1_000;

  private static final double ANSWERED = 0.7;
  private static final double ESTIMATED = 0.8;
  private static final double LEFT_FOR_A_REASON = 0.25;
  private static final int BOXES = 5;
  private static final long HANDLING_CENTS = 180;

  private final CsvBytes csv;
  private final GeneratorOptions options;
  private final Population population;
  private final long[] cents;
  private final int[] shipments;

  CustomerMeasures(OutputStream out, GeneratorOptions options, Population population) {
    this.csv = new CsvBytes(out);
    this.options = options;
    this.population = population;
    this.cents = new long[population.size()];
    this.shipments = new int[population.size()];
  }

  void consider(Shipment shipment) {
    cents[shipment.customer()] += shipment.cents();
    shipments[shipment.customer()]++;
  }

  void finish() throws IOException {
    csv.text(HEADER).newLine();
    for (int customer = 0; customer < cents.length; customer++) {
      if (shipments[customer] > 0) {
        write(customer);
      }
    }
    csv.flush();
  }

  private void write(int customer) throws IOException {
    Draws draws = Draws.of(options.seed(), FIRST_STREAM - customer);
    double mood =
        draws.uniform() - (population.leaves(population.traits(customer)) ? LEFT_FOR_A_REASON : 0);
    double price = draws.uniform();
    CustomerIds.write(csv, customer).comma();
    csv.amount(share(customer, 0.25 - 0.15 * price)).comma();
    csv.amount(share(customer, 0.04) + shipments[customer] * HANDLING_CENTS).comma();
    wallet(customer, draws);
    survey(mood, draws.chance(ANSWERED), draws);
    csv.padded(0, 1).text(".").padded(Math.round(99 * price * draws.uniform()), 2);
    interests(price, draws.chance(ANSWERED), draws);
    csv.newLine();
  }

  private long share(int customer, double part) {
    return Math.round(cents[customer] * part);
  }

  private void wallet(int customer, Draws draws) {
    double elsewhere = draws.exponential();
    if (draws.chance(ESTIMATED)) {
      csv.amount(Math.round(cents[customer] * (1 + elsewhere)));
    }
    csv.comma();
  }

  /** Preference, differentiation and satisfaction, each in five boxes around the same mood. */
  private void survey(double mood, boolean answered, Draws draws) {
    for (int question = 0; question < 3; question++) {
      box(mood + 0.4 * (draws.uniform() - 0.5), answered);
      csv.comma();
    }
  }

  private void interests(double price, boolean answered, Draws draws) {
    csv.comma();
    box(price, answered);
    csv.comma();
    box(draws.uniform(), answered);
    csv.comma();
    box(draws.uniform(), answered);
  }

  private void box(double point, boolean answered) {
    if (answered) {
      csv.padded(1 + Math.max(0, Math.min(BOXES - 1, (int) (point * BOXES))), 1);
    }
  }
}
