package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;
import java.util.Optional;

/** What the page is about, and its finding in one sentence. */
final class HeadlineSection {
  private HeadlineSection() {}

  static void write(Markup page, ReportModel model, Wording words) {
    page.open("header");
    page.leaf("p", words.say("page.kind"), "class", "kind");
    page.leaf("h1", headline(model, words));
    second(model, words).ifPresent(text -> page.leaf("p", text, "class", "second"));
    String date = words.figures().date(model.asOf());
    page.leaf(
        "p", words.say("page.source", "source", model.source(), "date", date), "class", "source");
    page.close();
  }

  private static String headline(ReportModel model, Wording words) {
    if (model.keyFigures().customers() == 0) {
      return words.say("headline.nobody");
    }
    return bestClass(model)
        .map(best -> concentration(best, model, words))
        .orElseGet(() -> customers(model, words));
  }

  /** The class of the best customers, where it says something: it is not everybody. */
  private static Optional<AbcClass> bestClass(ReportModel model) {
    return model.concentration().classes().stream()
        .findFirst()
        .filter(best ->
            best.customers() > 0 && best.customers() < model.keyFigures().customers())
        .filter(best -> !model.concentration().isEmpty());
  }

  private static String concentration(AbcClass best, ReportModel model, Wording words) {
    return words.say(
        key("headline.concentration", model),
        "customers",
        words.figures().percent(best.customerShare()),
        "revenue",
        words.figures().percent(best.revenueShare()),
        "amount",
        atRisk(model, words),
        "days",
        days(model));
  }

  private static String customers(ReportModel model, Wording words) {
    return words.sayCount(
        key("headline.customers", model),
        model.keyFigures().customers(),
        "revenue",
        words.figures().moneyInWords(model.keyFigures().revenue()),
        "amount",
        atRisk(model, words),
        "days",
        days(model));
  }

  private static String key(String key, ReportModel model) {
    boolean risky = fitted(model).filter(fit -> fit.valueAtRisk().signum() > 0).isPresent();
    return risky ? key + "-at-risk" : key;
  }

  private static String atRisk(ReportModel model, Wording words) {
    return fitted(model)
        .map(fit -> words.figures().moneyInWords(fit.valueAtRisk()))
        .orElse("");
  }

  private static String days(ReportModel model) {
    return fitted(model).map(fit -> Integer.toString(fit.horizonDays())).orElse("");
  }

  private static Optional<ChurnOutlook.Fitted> fitted(ReportModel model) {
    return model.churn() instanceof ChurnOutlook.Fitted fit ? Optional.of(fit) : Optional.empty();
  }

  private static Optional<String> second(ReportModel model, Wording words) {
    if (model.churn() instanceof ChurnOutlook.Unavailable none) {
      return Optional.of(words.say("headline.no-outlook", "reason", none.reason()));
    }
    return fitted(model).filter(fit -> !fit.callFirst().isEmpty()).map(fit -> calls(fit, words));
  }

  private static String calls(ChurnOutlook.Fitted fit, Wording words) {
    BigDecimal sum = fit.callFirst().stream()
        .map(CustomerToCall::valueAtRisk)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    String amount = words.figures().moneyInWords(sum);
    return words.sayCount("headline.calls", fit.callFirst().size(), "amount", amount);
  }
}
