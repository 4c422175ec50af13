package io.headlesscrm.examples.analyse.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.rfm.RfmRule;
import io.headlesscrm.segmentation.rfm.RfmRules;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {

  /** Charts and explanations beside the report speak of the same segments. */
  @Test
  void segment_rulesOfTheLibrary_sameNameAsThere() {
    Wording english = Wording.of(Language.ENGLISH, "GBP");
    Wording chinese = Wording.of(Language.CHINESE, "GBP");

    for (RfmRule rule : RfmRules.standard().rules()) {
      Segment segment = rule.segment();
      assertThat(english.segment(segment.name())).isEqualTo(segment.name());
      assertThat(chinese.segment(segment.name())).isEqualTo(segment.name(Locale.CHINESE));
      assertThat(chinese.advice(segment.name())).isNotEmpty();
    }
  }
}
