package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one row per customer: everything that the analysis knows, for a spreadsheet or an import elsewhere. */
final class CustomersTable {

  private static final List<String> BEFORE = List.of(
      "id",
      "first_purchase",
      "last_purchase",
      "purchases",
      "purchase_days",
      "spend",
      "recency_days",
      "r",
      "f",
      "m",
      "rfm_segment",
      "abc_class");

  /** The reason is the last one, the only one that a comma may stand in. */
  private static final List<String> AFTER =
      List.of("p_alive", "expected_purchases", "churn_probability", "value_at_risk", "reason");

  private final Analysis analysis;
  private final Locale locale;
  private final Optional<double[]> forecast;

  CustomersTable(Analysis analysis, Locale locale) {
    this.analysis = analysis;
    this.locale = locale;
    this.forecast = analysis
        .choice()
        .scorer()
        .map(scorer -> scorer.forecast(analysis.base(), analysis.horizon()));
  }

  void write(Path file, boolean excel) throws IOException {
    try (TableWriter table = TableWriter.to(file, excel, header())) {
      for (int row = 0; row < analysis.base().size(); row++) {
        write(table, row);
      }
    }
  }

  private String[] header() {
    List<String> header = new ArrayList<>(BEFORE);
    analysis.further().keySet().forEach(name -> header.add(name.toString()));
    header.addAll(AFTER);
    return header.toArray(String[]::new);
  }

  private void write(TableWriter table, int row) {
    List<@Nullable Object> cells = new ArrayList<>(known(row));
    analysis.further().values().forEach(each -> cells.add(each.segment(row).code()));
    cells.addAll(predicted(row));
    table.row(cells.toArray());
  }

  private List<@Nullable Object> known(int row) {
    CustomerBase base = analysis.base();
    PurchaseSummary summary = base.summary(row);
    return Arrays.asList(
        base.customer(row).value(),
        summary.isEmpty() ? null : summary.firstDay(),
        summary.isEmpty() ? null : summary.lastDay(),
        base.purchases(row),
        summary.purchaseDays(),
        base.spend(row).toDecimal(),
        base.recencyDays(row),
        analysis.scores().r(row),
        analysis.scores().f(row),
        analysis.scores().m(row),
        analysis.rfm().segment(row).code(),
        analysis.abc().segment(row).code());
  }

  private List<@Nullable Object> predicted(int row) {
    return Arrays.asList(
        aliveProbability(row),
        forecast.map(expected -> expected[row]).orElse(null),
        analysis.churn().map(scores -> scores.churnProbability(row)).orElse(null),
        valueAtRisk(row),
        analysis.churn().map(scores -> reason(scores, row)).orElse(null));
  }

  /** The default scorer knows no such figure: this is the purchase-process model's. */
  private @Nullable Double aliveProbability(int row) {
    return analysis
        .choice()
        .model()
        .map(
            model -> model.aliveProbability(PurchaseHistory.of(analysis.base(), row, model.unit())))
        .orElse(null);
  }

  private @Nullable BigDecimal valueAtRisk(int row) {
    double minor = analysis.valueAtRiskMinor(row);
    return Double.isNaN(minor) ? null : Amounts.ofMinor(minor, analysis.base().currency());
  }

  private String reason(ChurnScores scores, int row) {
    return scores.score(row).reasons().stream()
        .map((Reason reason) -> reason.text(locale))
        .collect(Collectors.joining("; "));
  }
}
