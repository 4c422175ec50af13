package io.headlesscrm.churn.bgnbd;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.SharedData;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.time.TimeScale;
import org.junit.jupiter.api.Test;

/** What other programs predict at given parameters (oracle/cdnow_predictions.json, oracle/dert_bg_mbg.json). */
class PublishedPredictionsTest {

  @Test
  void predictions_300Customers_equalThoseOfClvTools() {
    JsonDocument json = SharedData.json("oracle/cdnow_predictions.json");
    double[] x = json.object("customers").numbers("x");
    double[] tx = json.object("customers").numbers("t_x");
    double[] age = json.object("customers").numbers("T");
    JsonDocument bg = json.object("models").object("bgnbd");
    BgNbd model = model(bg.object("params"));

    assertThat(x).hasSize(300);
    for (int i = 0; i < x.length; i++) {
      PurchaseHistory history = new PurchaseHistory((int) x[i], tx[i], age[i]);
      check(model.aliveProbability(history), bg.numbers("p_alive")[i], 1e-9);
      check(model.expectedPurchases(history, 13), bg.numbers("cet_13")[i], 1e-9);
      check(model.expectedPurchases(history, 39), bg.numbers("cet_39")[i], 1e-9);
    }
  }

  @Test
  void predictions_paretoOf300Customers_equalThoseOfClvTools() {
    JsonDocument json = SharedData.json("oracle/cdnow_predictions.json");
    double[] x = json.object("customers").numbers("x");
    double[] tx = json.object("customers").numbers("t_x");
    double[] age = json.object("customers").numbers("T");
    JsonDocument pareto = json.object("models").object("pnbd");
    JsonDocument p = pareto.object("params");
    ParetoNbd model = ParetoNbd.of(
        TimeScale.WEEK, p.number("r"), p.number("alpha"), p.number("s"), p.number("beta"));

    for (int i = 0; i < x.length; i++) {
      PurchaseHistory history = new PurchaseHistory((int) x[i], tx[i], age[i]);
      check(model.aliveProbability(history), pareto.numbers("p_alive")[i], 1e-9);
      check(model.expectedPurchases(history, 13), pareto.numbers("cet_13")[i], 1e-9);
      check(model.expectedPurchases(history, 39), pareto.numbers("cet_39")[i], 1e-9);
      check(
          model.discountedPurchases(history, 0.0027), pareto.numbers("dert_delta_0.0027")[i], 1e-9);
    }
  }

  private static BgNbd model(JsonDocument p) {
    return BgNbd.of(TimeScale.WEEK, p.number("r"), p.number("alpha"), p.number("a"), p.number("b"));
  }

  @Test
  void discountedPurchases_fivePoints_equalDirectIntegration() {
    var rows = SharedData.json("oracle/dert_bg_mbg.json").objects("rows");
    assertThat(rows).hasSize(5);
    for (JsonDocument row : rows) {
      JsonDocument p = row.object("params");
      BetaGeometricKernel kernel = new BetaGeometricKernel(
          p.number("r"),
          p.number("alpha"),
          p.number("a"),
          p.number("b"),
          row.text("model").equals("mbgnbd") ? 1 : 0);
      double x = row.number("x");
      double tx = row.number("t_x");
      double age = row.number("T");
      check(kernel.aliveProbability(x, tx, age), row.number("p_alive"), 1e-9);
      check(
          kernel.discountedResidualPurchases(x, tx, age, row.number("delta")),
          row.number("dert_direct_integration"),
          1e-9);
    }
  }

  private static void check(double found, double expected, double tolerance) {
    assertThat(Errors.relative(found, expected)).isLessThan(tolerance);
  }
}
