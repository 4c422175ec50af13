package io.headlesscrm.examples.analyse.report;

/** The other ways to tell customers apart, a table each. */
final class FurtherSegmentsSection {
  private FurtherSegmentsSection() {}

  static void write(Markup page, ReportModel model, Wording words) {
    if (!model.further().isEmpty()) {
      Section.open(page, "further", words.say("further.title"));
      Section.lead(page, words.say("further.lead"));
      model.further().forEach(table -> write(page, table, words));
      page.close();
    }
  }

  private static void write(Markup page, SegmentTable table, Wording words) {
    page.leaf("h3", table.title());
    SegmentsSection.table(page, table.segments(), words);
    table.notices().forEach(notice -> page.leaf("p", notice, "class", "note"));
  }
}
