package io.headlesscrm.examples.analyse.report;

import io.headlesscrm.churn.chart.RecencyFrequencyMatrix;
import io.headlesscrm.churn.chart.RecencyFrequencyMatrix.Cell;
import io.headlesscrm.churn.chart.RecencyFrequencyMatrix.Range;
import java.util.List;

/** The probability of a purchase by frequency and recency: a table, so that it reads without its colours. */
final class MatrixSection {
  private static final int SHADES = 6;

  private final Markup page;
  private final Wording words;
  private final RecencyFrequencyMatrix matrix;

  private MatrixSection(Markup page, RecencyFrequencyMatrix matrix, Wording words) {
    this.page = page;
    this.words = words;
    this.matrix = matrix;
  }

  static void write(Markup page, ReportModel model, Wording words) {
    if (model.churn() instanceof ChurnOutlook.Fitted fit
        && fit.matrix().cells().stream().anyMatch(cell -> cell.customers() > 0)) {
      new MatrixSection(page, fit.matrix(), words).write();
    }
  }

  private void write() {
    Section.open(page, "matrix", words.say("matrix.title"));
    String days = Integer.toString(matrix.horizon().days());
    Section.lead(page, words.say("matrix.lead", "days", days));
    page.open("table", "class", "heat");
    page.leaf("caption", words.say("matrix.caption", "days", days), "class", "unseen");
    head();
    page.open("tbody");
    ranges(matrix.cells().stream().map(Cell::purchaseDays).toList()).forEach(this::row);
    page.close().close().close();
  }

  private static List<Range> ranges(List<Range> all) {
    return all.stream().distinct().toList();
  }

  private void head() {
    page.open("thead").open("tr").leaf("td", "");
    for (Range silence : ranges(matrix.cells().stream().map(Cell::silenceDays).toList())) {
      page.open("th", "scope", "col");
      page.leaf("span", words.say("matrix.silence", "range", range(silence))).close();
    }
    page.close().close();
  }

  private void row(Range purchases) {
    page.open("tr").open("th", "scope", "row");
    String key = purchases.to() == 1 ? "matrix.purchases.one" : "matrix.purchases";
    page.leaf("span", words.say(key, "range", range(purchases))).close();
    matrix.cells().stream()
        .filter(cell -> cell.purchaseDays().equals(purchases))
        .forEach(this::cell);
    page.close();
  }

  private String range(Range range) {
    if (range.isOpen()) {
      return words.say("matrix.from", "from", Integer.toString(range.from()));
    }
    return range.from() == range.to()
        ? Integer.toString(range.from())
        : range.from() + "\u2013" + range.to();
  }

  private void cell(Cell cell) {
    if (cell.customers() == 0) {
      page.leaf("td", "\u2013", "class", "nobody");
      return;
    }
    int shade = Math.min(SHADES, 1 + (int) (cell.active() * SHADES));
    page.open("td", "class", "shade-" + shade);
    page.leaf("b", words.figures().wholePercent(cell.active())).text(" ");
    page.leaf("span", words.sayCount("rfm.customers", cell.customers()), "class", "amount");
    page.close();
  }
}
