package io.headlesscrm.examples.analyse.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report as one page of HTML, which is well-formed XML too. The same model gives the same bytes.
 * Thread-safe: there is no state.
 */
public final class ReportPage {
  private static final List<Section> SECTIONS = List.of(
      HeadlineSection::write,
      KeyFiguresSection::write,
      RfmSection::write,
      ParetoSection::write,
      SegmentsSection::write,
      FurtherSegmentsSection::write,
      RiskSection::write,
      ValueAtRiskSection::write,
      CallsSection::write,
      MatrixSection::write,
      LookbackSection::write,
      FitSection::write,
      RowsSection::write,
      MethodSection::write);

  /** Nothing may be loaded, from anywhere, whatever stands in the data. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private ReportPage() {}

  /**
   * The page as text.
   *
   * @param model what to show, with its texts in the same language
   * @param language the language of headings and sentences
   * @return a whole HTML document, to be stored as UTF-8
   */
  public static String render(ReportModel model, Language language) {
    Wording words = Wording.of(language, model.currency());
    Markup page = new Markup();
    page.open("html", "lang", language.tag(), "xml:lang", language.tag());
    head(page, model, words);
    page.open("body").open("main");
    SECTIONS.forEach(section -> section.write(page, model, words));
    page.close().close().close();
    return page.finish();
  }

  /**
   * Writes the page to a file.
   *
   * @param model what to show, with its texts in the same language
   * @param language the language of headings and sentences
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public static void write(ReportModel model, Language language, Path file) throws IOException {
    Files.writeString(file, render(model, language), UTF_8);
  }

  private static void head(Markup page, ReportModel model, Wording words) {
    page.open("head").empty("meta", "charset", "UTF-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.empty("meta", "name", "referrer", "content", "no-referrer");
    page.leaf("title", words.say("page.kind") + ": " + model.source());
    page.leaf("style", Resources.text("report.css")).close();
  }
}
