package io.headlesscrm.segmentation;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Made-up measures that depend on the customer's own row alone. */
public final class Measures {

  public static final Measure PROFIT = Measure.of("profit", "EUR");
  public static final Measure COST = Measure.of("cost to serve", "EUR");

  private Measures() {}

  /** Adds a measure; about one value in eight is missing. */
  public static CustomerBase withGaps(
      CustomerBase base, Measure measure, IntToDoubleFunction values) {
    double[] column = new double[base.size()];
    for (int row = 0; row < column.length; row++) {
      boolean isMissing = own(base, row, measure).nextInt(8) == 0;
      column[row] = isMissing ? Double.NaN : values.applyAsDouble(row);
    }
    return base.with(measure, column);
  }

  /** A number in [0, 1) that only the customer and the measure decide. */
  public static double noise(CustomerBase base, int row, Measure measure) {
    Random random = own(base, row, measure);
    random.nextInt();
    return random.nextDouble();
  }

  private static Random own(CustomerBase base, int row, Measure measure) {
    return new Random(
        31L * base.customer(row).value().hashCode() + measure.name().hashCode());
  }
}
