package io.headlesscrm.examples.analyse.report;

/** A part of the page. */
@FunctionalInterface
interface Section {
  /** Writes the part; nothing where the model has nothing for it. */
  void write(Markup page, ReportModel model, Wording words);

  /** Starts a section with its heading; the identifier names its place in the layout. */
  static void open(Markup page, String id, String heading) {
    page.open("section", "id", id, "aria-labelledby", id + "-title");
    page.leaf("h2", heading, "id", id + "-title");
  }

  /** A paragraph below the heading that says how to read the section. */
  static void lead(Markup page, String text) {
    page.open("p", "class", "lead").text(text).close();
  }
}
