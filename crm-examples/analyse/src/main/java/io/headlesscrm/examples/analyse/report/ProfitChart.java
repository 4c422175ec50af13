package io.headlesscrm.examples.analyse.report;

import io.headlesscrm.churn.chart.ProfitCurve;
import io.headlesscrm.churn.evaluation.RetentionOffer;
import io.headlesscrm.churn.evaluation.RetentionOffer.Profit;
import java.math.BigDecimal;

/** What a retention offer would have gained by how many were asked, and where it was best to stop. */
final class ProfitChart {
  private final Markup page;
  private final ProfitCurve curve;
  private final long customers;
  private final Wording words;

  ProfitChart(Markup page, Lookback.Seen seen, Wording words) {
    this.page = page;
    this.curve = seen.profit();
    this.customers = seen.customers();
    this.words = words;
  }

  void write() {
    page.open("div").leaf("h3", words.say("profit.title"));
    double lowest = curve.points().stream().mapToDouble(this::total).reduce(0, Math::min);
    double highest = curve.points().stream().mapToDouble(this::total).reduce(0, Math::max);
    // without any profit or loss the axis still needs a length
    Quadrant plane = new Quadrant(page, description(), 1, lowest, lowest == highest ? 1 : highest);
    plane.upAxis(this::money, words.say("profit.y"));
    plane
        .svg()
        .polyline(
            curve.points().stream()
                .map(point -> plane.at(point.part(), total(point)))
                .toList(),
            "curve");
    best(plane);
    for (int fifth = 0; fifth <= 5; fifth++) {
      plane.acrossLabel(fifth / 5.0, words.figures().wholePercent(fifth / 5.0));
    }
    plane.acrossAxis(words.say("profit.x"));
    plane.svg().close();
    page.leaf("p", caption(), "class", "lead").close();
  }

  private void best(Quadrant plane) {
    Profit best = curve.best();
    Point top = plane.at(best.part(), total(best));
    plane.svg().line(plane.at(best.part(), plane.bottom()), top, "drop").dot(top, 4.5, "limit");
    boolean hasRoom = best.part() < 0.75;
    plane
        .svg()
        .label(
            top.shifted(hasRoom ? 9 : -9, -7),
            money(total(best)),
            hasRoom ? "start strong" : "end strong");
  }

  private double total(Profit point) {
    return point.profit() * customers;
  }

  private String money(double amount) {
    return words.figures().moneyShort(BigDecimal.valueOf(amount));
  }

  private String description() {
    return words.say("profit.chart") + ". " + caption();
  }

  private String caption() {
    Profit best = curve.best();
    RetentionOffer offer = curve.offer();
    Figures figures = words.figures();
    return words.say(
        best.profit() > 0 ? "profit.caption" : "profit.caption.never",
        "value",
        figures.money(BigDecimal.valueOf(offer.value())),
        "incentive",
        figures.money(BigDecimal.valueOf(offer.incentive())),
        "contact",
        figures.money(BigDecimal.valueOf(offer.contact())),
        "success",
        figures.wholePercent(curve.success()),
        "part",
        figures.percent(best.part()),
        "profit",
        figures.money(BigDecimal.valueOf(total(best))),
        "all",
        figures.money(BigDecimal.valueOf(total(curve.points().get(curve.points().size() - 1)))));
  }
}
