package io.headlesscrm.examples.analyse.report;

import java.util.List;

/** What became of the rows of the data, with examples of what was left out. */
final class RowsSection {
  private final Markup page;
  private final Wording words;
  private final RowCounts rows;

  private RowsSection(Markup page, RowCounts rows, Wording words) {
    this.page = page;
    this.words = words;
    this.rows = rows;
  }

  static void write(Markup page, ReportModel model, Wording words) {
    new RowsSection(page, model.rows(), words).write(model.notices());
  }

  private void write(List<String> notices) {
    Section.open(page, "rows", words.say("rows.title"));
    Section.lead(page, counts());
    if (rows.read() > 0) {
      shares();
      page.open("div", "class", "columns");
      reasons("rows.rejected", rows.rejectedReasons());
      reasons("rows.aside", rows.setAsideReasons());
      page.close();
    }
    notices(notices);
    page.close();
  }

  private String counts() {
    Figures figures = words.figures();
    return words.say(
        "rows.lead",
        "read",
        figures.count(rows.read()),
        "used",
        figures.count(rows.used()),
        "aside",
        figures.count(rows.setAside()),
        "rejected",
        figures.count(rows.rejected()));
  }

  private void shares() {
    Bars.stacked(page, share(rows.used()), share(rows.setAside()), share(rows.rejected()));
    page.open("p", "class", "legend");
    key("main", "rows.used", rows.used());
    key("muted", "rows.aside.short", rows.setAside());
    key("alarm", "rows.rejected.short", rows.rejected());
    page.close();
  }

  private void key(String look, String text, long count) {
    page.open("span", "class", "key " + look);
    page.text(words.say(text) + " " + words.figures().percent(share(count))).close();
  }

  private void reasons(String heading, List<RowReason> reasons) {
    page.open("div").leaf("h3", words.say(heading));
    if (reasons.isEmpty()) {
      page.leaf("p", words.say("rows.none"));
    } else {
      page.open("table", "class", "compact");
      Cells.head(page, words.say("rows.reason"), words.say("rows.rows"));
      page.open("tbody");
      reasons.forEach(this::reason);
      page.close().close();
    }
    page.close();
  }

  private void reason(RowReason reason) {
    page.open("tr").open("th", "scope", "row").text(reason.reason());
    reason.examples().forEach(this::example);
    page.close();
    Figures figures = words.figures();
    String share = figures.percent(share(reason.rows()));
    Cells.number(page, words.say("rows.rows"), figures.count(reason.rows()), share);
    page.close();
  }

  private void example(RowExample example) {
    String value = example.value();
    page.open("span", "class", "example").text(place(example) + ": ");
    page.leaf("code", value.isEmpty() ? words.say("rows.empty-value") : Excerpt.of(value))
        .close();
  }

  private String place(RowExample example) {
    String key = example.column().isEmpty() ? "rows.example" : "rows.example-column";
    String line = words.figures().count(example.line());
    return words.say(key, "line", line, "column", Excerpt.of(example.column()));
  }

  private void notices(List<String> notices) {
    if (!notices.isEmpty()) {
      page.leaf("h3", words.say("notices.title")).open("ul", "class", "notices");
      notices.forEach(notice -> page.leaf("li", notice));
      page.close();
    }
  }

  private double share(long part) {
    return Shares.of(part, rows.read());
  }
}
