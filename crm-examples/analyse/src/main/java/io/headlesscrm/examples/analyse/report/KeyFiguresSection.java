package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** The base in a few large numbers. */
final class KeyFiguresSection {
  private static final String NOTHING = "\u2013";

  private final Markup page;
  private final Wording words;
  private final Figures figures;

  private KeyFiguresSection(Markup page, Wording words) {
    this.page = page;
    this.words = words;
    this.figures = words.figures();
  }

  static void write(Markup page, ReportModel model, Wording words) {
    new KeyFiguresSection(page, words).write(model);
  }

  private void write(ReportModel model) {
    boolean fitted = model.churn() instanceof ChurnOutlook.Fitted;
    Section.open(page, "figures", words.say("figures.title"));
    page.open("dl", "class", fitted ? "by-four" : "by-three");
    base(model.keyFigures());
    habits(model.keyFigures());
    if (model.churn() instanceof ChurnOutlook.Fitted fit) {
      outlook(fit, model.keyFigures().customers());
    }
    page.close().close();
  }

  private void base(KeyFigures key) {
    String from = figures.date(key.firstDay());
    String period = words.say("figures.period", "from", from, "to", figures.date(key.lastDay()));
    figure("customers", figures.count(key.customers()), period);
    String each = figures.average(mean(key.revenue(), key.customers()));
    String perCustomer = words.say("figures.per-customer", "amount", each);
    figure("revenue", figures.moneyLarge(key.revenue()), perCustomer);
    String number = figures.decimal(Shares.of(key.purchases(), key.customers()));
    String often = words.say("figures.per-customer-purchases", "number", number);
    figure("purchases", figures.count(key.purchases()), often);
  }

  private void habits(KeyFigures key) {
    figure("mean-purchase", figures.average(mean(key.revenue(), key.purchases())), "");
    figure("repeat", figures.percent(key.repeatShare()), words.say("figures.two-days"));
    boolean known = key.usualGapDays().isPresent();
    String gap = known ? figures.decimal(key.usualGapDays().getAsDouble()) : NOTHING;
    figure("gap", gap, known ? words.say("figures.median") : "");
  }

  private void outlook(ChurnOutlook.Fitted fit, long customers) {
    String days = Integer.toString(fit.horizonDays());
    String share = figures.percent(Shares.of(fit.expectedSilent(), (double) customers));
    item(
        words.say("figures.silent", "days", days),
        figures.count(Math.round(fit.expectedSilent())),
        words.say("figures.of-customers", "share", share));
    item(
        words.say("figures.at-risk", "days", days),
        figures.moneyLarge(fit.valueAtRisk()),
        usual(fit));
  }

  private String usual(ChurnOutlook.Fitted fit) {
    BigDecimal usual = fit.bySegment().stream()
        .map(SegmentAtRisk::usualRevenue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    String share = figures.percent(Shares.of(fit.valueAtRisk(), usual));
    String days = Integer.toString(fit.horizonDays());
    return usual.signum() <= 0 ? "" : words.say("figures.of-usual", "share", share, "days", days);
  }

  private void figure(String key, String value, String note) {
    item(words.say("figures." + key), value, note);
  }

  private void item(String term, String value, String note) {
    page.open("div").leaf("dt", term).leaf("dd", value, "class", "value");
    if (!note.isEmpty()) {
      page.leaf("dd", note, "class", "note");
    }
    page.close();
  }

  private static BigDecimal mean(BigDecimal sum, long count) {
    return count == 0
        ? BigDecimal.ZERO
        : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
  }
}
