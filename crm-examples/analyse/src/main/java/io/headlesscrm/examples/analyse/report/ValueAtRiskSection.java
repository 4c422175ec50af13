package io.headlesscrm.examples.analyse.report;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Revenue at risk by segment, the largest part first. */
final class ValueAtRiskSection {
  private static final Comparator<SegmentAtRisk> LARGEST_FIRST =
      comparing(SegmentAtRisk::valueAtRisk).reversed().thenComparing(SegmentAtRisk::segment);

  private final Markup page;
  private final Wording words;
  private final ChurnOutlook.Fitted fit;

  private ValueAtRiskSection(Markup page, ChurnOutlook.Fitted fit, Wording words) {
    this.page = page;
    this.words = words;
    this.fit = fit;
  }

  static void write(Markup page, ReportModel model, Wording words) {
    if (model.churn() instanceof ChurnOutlook.Fitted fit) {
      new ValueAtRiskSection(page, fit, words).write();
    }
  }

  private void write() {
    Section.open(page, "value", words.say("value.title"));
    if (fit.bySegment().isEmpty()) {
      Section.lead(page, words.say("value.none"));
    } else {
      Section.lead(page, words.say("value.lead", "days", Integer.toString(fit.horizonDays())));
      table();
    }
    page.close();
  }

  private void table() {
    List<SegmentAtRisk> rows = fit.bySegment().stream().sorted(LARGEST_FIRST).toList();
    double longest = rows.get(0).valueAtRisk().doubleValue();
    page.open("table", "class", "value");
    Cells.head(
        page,
        words.say("value.segment"),
        words.say("value.customers"),
        words.say("value.at-risk"),
        words.say("value.share"));
    page.open("tbody");
    rows.forEach(row -> row(row, longest));
    page.close();
    total(rows);
    page.close();
  }

  private void row(SegmentAtRisk row, double longest) {
    page.open("tr").open("th", "scope", "row").leaf("bdi", words.segment(row.segment()));
    Bars.single(page, Shares.of(row.valueAtRisk().doubleValue(), longest), "alarm");
    page.close();
    numbers(row.customers(), row.valueAtRisk(), row.usualRevenue());
    page.close();
  }

  private void total(List<SegmentAtRisk> rows) {
    page.open("tfoot").open("tr").leaf("th", words.say("value.total"), "scope", "row");
    long customers = rows.stream().mapToLong(SegmentAtRisk::customers).sum();
    numbers(customers, fit.valueAtRisk(), sum(rows, SegmentAtRisk::usualRevenue));
    page.close().close();
  }

  private void numbers(long customers, BigDecimal atRisk, BigDecimal usual) {
    Figures figures = words.figures();
    String share = usual.signum() > 0 ? figures.percent(Shares.of(atRisk, usual)) : "\u2013";
    page.leaf("td", figures.count(customers), "class", "number");
    page.leaf("td", figures.money(atRisk), "class", "number");
    page.leaf("td", share, "class", "number");
  }

  private static BigDecimal sum(
      List<SegmentAtRisk> rows, Function<SegmentAtRisk, BigDecimal> amount) {
    return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
