package io.headlesscrm.examples.analyse.report;

/** How it was computed, and the foot of the page. */
final class MethodSection {
  private MethodSection() {}

  static void write(Markup page, ReportModel model, Wording words) {
    if (!model.methods().isEmpty()) {
      Section.open(page, "method", words.say("method.title"));
      page.open("dl");
      model.methods().forEach(note -> page.leaf("dt", note.term()).leaf("dd", note.text()));
      page.close().close();
    }
    String date = words.figures().date(model.asOf());
    page.open("footer")
        .text(words.say("page.foot", "source", model.source(), "date", date))
        .close();
  }
}
