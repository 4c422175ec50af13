package io.headlesscrm.examples.analyse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void text_markup_isEscaped() {
    Markup page = new Markup();

    page.leaf("p", "a < b & \"c\" > d", "title", "\"<&>\"");

    assertThat(page.finish())
        .contains("<p title=\"&quot;&lt;&amp;&gt;&quot;\">a &lt; b &amp; \"c\" &gt; d</p>");
  }

  @Test
  void text_charactersThatNoPageMayHold_areReplaced() {
    Markup page = new Markup();

    page.leaf("p", "a\u0000b\u007Fc\uFFFEd\uDC00e\u202Ef\u2069g\n\t客😀");

    assertThat(page.finish()).contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\n\t客😀");
  }

  @Test
  void empty_elementThatMayHoldSomething_isRefused() {
    assertThatThrownBy(() -> new Markup().empty("div"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("div");
  }

  @Test
  void finish_elementStillOpen_isRefused() {
    Markup page = new Markup().open("main").open("section");

    assertThatThrownBy(page::finish).hasMessageContaining("[section, main]");
  }

  @Test
  void svg_coordinates_haveTwoDecimalsAtMost() {
    Markup page = new Markup();
    Svg svg = Svg.chart(page, 10, 10, "lines");

    svg.line(new Point(1, 2.5), new Point(1 / 3.0, -1e-9), "axis");
    svg.close();

    assertThat(page.finish()).contains("points=\"1,2.5 0.33,0\"");
  }
}
