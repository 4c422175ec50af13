package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;

/** The heat map of recency and frequency: a table, so that it reads without its colours. */
final class RfmSection {
  private static final int SHADES = 6;
  /** Half of the share of revenue at which the second shade begins. */
  private static final double DARKER_FROM = 0.005;

  private final Markup page;
  private final Wording words;
  private final RfmMap map;
  private final BigDecimal revenue;

  private RfmSection(Markup page, RfmMap map, Wording words) {
    this.page = page;
    this.words = words;
    this.map = map;
    this.revenue =
        map.cells().stream().map(RfmCell::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static void write(Markup page, ReportModel model, Wording words) {
    new RfmSection(page, model.rfm(), words).write();
  }

  private void write() {
    Section.open(page, "rfm", words.say("rfm.title"));
    if (map.cells().isEmpty()) {
      Section.lead(page, words.say("rfm.none"));
    } else {
      Section.lead(page, words.say("rfm.lead"));
      table();
      legend();
    }
    page.close();
  }

  private void table() {
    page.open("table", "class", "heat");
    page.leaf("caption", words.say("rfm.caption"), "class", "unseen");
    head();
    page.open("tbody");
    for (int recency = map.recencyScores(); recency >= 1; recency--) {
      row(recency);
    }
    page.close().close();
  }

  private void head() {
    page.open("thead").open("tr").leaf("td", "");
    for (int score = 1; score <= map.frequencyScores(); score++) {
      page.open("th", "scope", "col");
      score("rfm.frequency", "F", score, map.frequencyScores());
      page.close();
    }
    page.close().close();
  }

  private void row(int recency) {
    page.open("tr").open("th", "scope", "row");
    score("rfm.recency", "R", recency, map.recencyScores());
    page.close();
    for (int frequency = 1; frequency <= map.frequencyScores(); frequency++) {
      map.find(recency, frequency)
          .filter(cell -> cell.customers() > 0)
          .ifPresentOrElse(this::cell, this::emptyCell);
    }
    page.close();
  }

  /** The score and, at the two ends of the axis, what it means. */
  private void score(String key, String letter, int score, int highest) {
    page.leaf("b", letter + score);
    if (highest == 1) {
      return;
    }
    if (score == highest) {
      page.text(" ").leaf("span", words.say(key + ".high"));
    } else if (score == 1) {
      page.text(" ").leaf("span", words.say(key + ".low"));
    }
  }

  private void cell(RfmCell cell) {
    page.open("td", "class", "shade-" + shade(cell));
    page.leaf("b", words.figures().count(cell.customers()), "title", customers(cell));
    page.text(" ").leaf("span", words.figures().moneyShort(cell.revenue()), "class", "amount");
    if (!cell.segment().isEmpty()) {
      page.text(" ").leaf("span", words.segment(cell.segment()), "class", "segment");
    }
    page.close();
  }

  private void emptyCell() {
    page.leaf("td", "\u2013", "class", "nobody");
  }

  private String customers(RfmCell cell) {
    return words.sayCount("rfm.customers", cell.customers());
  }

  /** Every shade stands for twice the share of the one before, whatever the largest cell holds. */
  private int shade(RfmCell cell) {
    double share = Shares.of(cell.revenue(), revenue);
    int shade = 1;
    while (shade < SHADES && share >= DARKER_FROM * (1 << shade)) {
      shade++;
    }
    return shade;
  }

  private void legend() {
    page.open("p", "class", "legend").leaf("span", words.say("rfm.legend"));
    for (int shade = 1; shade <= SHADES; shade++) {
      page.text(" ").leaf("span", legend(shade), "class", "swatch shade-" + shade);
    }
    page.close();
  }

  private String legend(int shade) {
    String limit = words.figures().wholePercent(DARKER_FROM * (1 << Math.max(1, shade - 1)));
    return shade == 1 ? "<\u00A0" + limit : "\u2265\u00A0" + limit;
  }
}
