package io.headlesscrm.examples.analyse.report;

/** The parts that the tables of the page share. */
final class Cells {
  private Cells() {}

  /** A head of one column of names and columns of numbers. */
  static void head(Markup page, String names, String... numbers) {
    page.open("thead").open("tr").leaf("th", names, "scope", "col");
    for (String number : numbers) {
      page.leaf("th", number, "scope", "col", "class", "number");
    }
    page.close().close();
  }

  /** A number and, in a lighter hand, its share; the label names it where there is no head. */
  static void number(Markup page, String label, String value, String share) {
    page.open("td", "class", "number", "data-label", label).text(value).text(" ");
    page.leaf("span", share, "class", "share").close();
  }
}
