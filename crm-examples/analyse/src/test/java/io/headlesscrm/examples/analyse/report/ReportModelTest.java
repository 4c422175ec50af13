package io.headlesscrm.examples.analyse.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportModelTest {

  @Test
  void rowCounts_thatDoNotAddUp_areRefused() {
    assertThatThrownBy(() -> new RowCounts(10, 7, 1, 1, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read = 10")
        .hasMessageContaining("= 9");
  }

  @Test
  void rfmMap_withoutScores_isRefused() {
    assertThatThrownBy(() -> new RfmMap(0, 5, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recencyScores = 0");
  }

  @Test
  void currency_thatIsASymbol_isRefused() {
    assertThatThrownBy(() -> Samples.filled("a.csv", "£", Samples.filled().churn()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("currency = £");
  }
}
