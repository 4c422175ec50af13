package io.headlesscrm.examples.analyse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
  private static final String ATTACK =
      "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;]]>\u0000\u001b\u202E\uD800{count}";

  static Stream<Arguments> pages() {
    Map<String, Supplier<ReportModel>> models = Map.of(
        "filled", Samples::filled,
        "nobody", Samples::nobody,
        "one customer", Samples::oneCustomer,
        "no revenue", Samples::noRevenue,
        "hostile", () -> Samples.hostile(ATTACK),
        "long names", () -> Samples.hostile("long name ".repeat(400)));
    return models.entrySet().stream()
        .flatMap(each -> Stream.of(Language.values())
            .map(language -> Arguments.of(each.getKey(), each.getValue().get(), language)));
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("pages")
  void render_anyModel_isWellFormedXml(String name, ReportModel model, Language language) {
    assertThatCode(() -> parse(ReportPage.render(model, language))).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("pages")
  void render_anyModel_refersToNothingOutside(String name, ReportModel model, Language language)
      throws Exception {
    String html = ReportPage.render(model, language);

    assertThat(html).doesNotContain("://").doesNotContain("@import").doesNotContain("url(");
    for (Element element : elements(html)) {
      assertThat(element.getTagName()).isNotIn("script", "link", "img", "iframe", "object", "use");
      for (String attribute : List.of("src", "href", "xlink:href", "style", "onerror", "onload")) {
        assertThat(element.hasAttribute(attribute)).as(attribute).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("pages")
  void render_anyModel_stepsDownOneHeadingAtATime(String name, ReportModel model, Language language)
      throws Exception {
    List<Integer> levels = new ArrayList<>();
    for (Element element : elements(ReportPage.render(model, language))) {
      if (element.getTagName().matches("h[1-6]")) {
        levels.add(element.getTagName().charAt(1) - '0');
      }
    }

    assertThat(levels).startsWith(1, 2);
    assertThat(levels.subList(1, levels.size())).doesNotContain(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("pages")
  void render_anyModel_namesEverySectionOnceByItsHeading(
      String name, ReportModel model, Language language) throws Exception {
    List<Element> elements = elements(ReportPage.render(model, language));
    List<String> ids = elements.stream()
        .map(e -> e.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(elements)
        .filteredOn(e -> e.getTagName().equals("section"))
        .allSatisfy(e -> assertThat(ids).contains(e.getAttribute("aria-labelledby")));
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("pages")
  void render_anyModel_leavesNoPlaceUnfilled(String name, ReportModel model, Language language)
      throws Exception {
    for (Element element : elements(ReportPage.render(model, language))) {
      if (!element.getTagName().matches("html|head|style")) {
        String text = element.getTextContent().replace("{count}", "").replaceAll("(?s):root.*", "");
        assertThat(text).doesNotContainPattern("\\{[a-z-]+}");
      }
    }
  }

  @Test
  void render_twice_givesTheSamePage() {
    assertThat(ReportPage.render(Samples.filled(), Language.CHINESE))
        .isEqualTo(ReportPage.render(Samples.filled(), Language.CHINESE));
  }

  @Test
  void render_textsThatAttack_areShownAsTheyAre() throws Exception {
    String html = ReportPage.render(Samples.hostile(ATTACK), Language.ENGLISH);

    assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("\u202E");
    assertThat(parse(html).getElementsByTagName("title").item(0).getTextContent())
        .contains("<script>alert(1)</script>")
        .contains("\uFFFD\uFFFD\uFFFD\uFFFD{count}");
  }

  @Test
  void render_filled_headlinesTheFinding() throws Exception {
    assertThat(headline(Samples.filled(), Language.ENGLISH))
        .isEqualTo("26.1% of the customers bring 80.0% of the revenue;"
            + " £1.21\u00A0million is at risk within the next 90 days.");
    assertThat(headline(Samples.filled(), Language.CHINESE))
        .isEqualTo("26.1% 的客户贡献了 80.0% 的收入；未来 90 天内有 £121万 面临流失风险。");
  }

  @Test
  void render_degenerateBases_headlineWhatThereIs() throws Exception {
    assertThat(headline(Samples.nobody(), Language.ENGLISH))
        .isEqualTo("The data hold no customer with a purchase.");
    assertThat(headline(Samples.oneCustomer(), Language.ENGLISH))
        .isEqualTo("One customer brought €12.50.");
    assertThat(headline(Samples.noRevenue(), Language.ENGLISH))
        .isEqualTo("3 customers brought XYZ\u00A00.");
  }

  @Test
  void render_knownSegmentsAndVerdicts_speakTheLanguageOfThePage() {
    assertThat(ReportPage.render(Samples.filled(), Language.CHINESE))
        .contains("不可流失客户")
        .contains("数据未显示客户会永久离开")
        .doesNotContain("Can't Lose Them");
  }

  @Test
  void render_unknownVerdict_isShownInItsOwnWords() {
    assertThat(ReportPage.render(Samples.filled(), Language.ENGLISH))
        .contains("The window holds 53 weeks.");
  }

  /** Who cannot see a chart reads what it shows. */
  @Test
  void render_chartsOfTheBacktest_sayInWordsWhatTheyShow() throws Exception {
    List<String> titles = elements(ReportPage.render(Samples.filled(), Language.ENGLISH)).stream()
        .filter(e -> e.getTagName().equals("svg") && e.getAttribute("role").equals("img"))
        .map(e -> e.getAttribute("aria-label"))
        .toList();

    assertThat(titles)
        .anyMatch(title -> title.contains("13 purchase days, 11 expected"))
        .anyMatch(title -> title.contains("predicted 80.0%, left 75.0% of 4"))
        .anyMatch(title -> title.contains("The 20% with the highest scores hold 50.0%"))
        .anyMatch(title -> title.contains("Best was to ask 40.0% of the customers: £168"));
  }

  @Test
  void render_withoutBacktest_saysWhyNot() {
    assertThat(ReportPage.render(Samples.oneCustomer(), Language.ENGLISH))
        .contains("One day is too short.")
        .doesNotContain("Purchases by week");
  }

  @Test
  void write_file_isUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");

    ReportPage.write(Samples.filled(), Language.CHINESE, file);

    assertThat(Files.readString(file))
        .isEqualTo(ReportPage.render(Samples.filled(), Language.CHINESE));
  }

  private static String headline(ReportModel model, Language language) throws Exception {
    return parse(ReportPage.render(model, language))
        .getElementsByTagName("h1")
        .item(0)
        .getTextContent();
  }

  private static List<Element> elements(String html) throws Exception {
    NodeList nodes = parse(html).getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }
}
