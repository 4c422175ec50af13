package io.headlesscrm.segmentation.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.OnlineRetail;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PyramidTest {

  private static final Measure MARGIN = Measure.of("margin", "EUR");
  private static final Measure COST = Measure.of("cost to serve", "EUR");

  /** 1, 5 and 20 % of 4,338 are 43.38, 216.9 and 867.6. */
  @Test
  void fit_spendOfOnlineRetail_layersGrowDownwards() {
    Segmentation tiers = Pyramid.bySpend().segment(OnlineRetail.base());

    assertThat(tiers.counts().values()).containsExactly(43, 173, 651, 3471, 0);
    assertThat(tiers.model().notices())
        .extracting(Object::toString)
        .contains("the top 20% of the customers bring 74.6% of the total");
  }

  @Test
  void segment_marginLessCostToServe_lossesAreLeadWhateverTheRevenue() {
    CustomerBase base = Bases.amounts(90_000, 5_000, 4_000, 100)
        .with(MARGIN, new double[] {900, 500, 400, 10})
        .with(COST, new double[] {950, 100, 100, Double.NaN});
    Indicator profit = Indicator.difference("profit", "利润", MARGIN, COST);
    GridModel model =
        Pyramid.builder(profit).shareOfCustomers(34, 67, 99).build().fit(base);
    Segmentation tiers = model.segment(base);

    assertThat(tiers.counts().values()).containsExactly(1, 1, 0, 1, 1);
    assertThat(tiers.segment(0).code()).isEqualTo("lead");
    assertThat(tiers.segment(3)).isEqualTo(Segment.UNASSESSED);
    assertThat(tiers.explain(0))
        .hasToString("a: Lead\n- profit: -50 EUR (below 300 EUR)\n"
            + "- 350 EUR more profit, all else equal, would make it Gold\n"
            + "- stop the losses: raise prices or cut the cost of service before giving anything"
            + " more");
    assertThat(model.notices().get(0))
        .hasToString("1 customer has no known contribution and is in no tier");
  }

  @Test
  void segment_shareOfValue_fourLayersBySpending() {
    CustomerBase base = Bases.amounts(5000, 2500, 1000, 500, 500, 200, 100, 100, 50, 50);
    Segmentation layers = Pyramid.builder(Indicator.spend())
        .shareOfValue(50, 85, 97)
        .layers()
        .build()
        .segment(base);

    // cumulated: 50, 75, 85, 90, 95, 97, ... %
    assertThat(layers.counts().values()).containsExactly(1, 2, 3, 4, 0);
    assertThat(layers.segment(0).name()).isEqualTo("VIP");
  }

  @Test
  void segment_equalValuesAtACut_togetherInTheBetterTier() {
    CustomerBase base = Bases.amounts(900, 500, 500, 500, 100, 100, 100, 100, 100, 100);
    GridModel model =
        Pyramid.builder(Indicator.spend()).shareOfCustomers(10, 20, 50).build().fit(base);

    assertThat(model.segment(base).counts().values()).containsExactly(1, 3, 6, 0, 0);
    assertThat(model.notices().get(0))
        .hasToString("7 customers contribute as much as the last one of a better tier and are in it"
            + " too");
  }

  @Test
  void segment_frozen_newCustomersChangeNoCut() {
    GridModel model = Pyramid.builder(Indicator.spend())
        .shareOfCustomers(10, 30, 60)
        .build()
        .fit(Bases.amounts(LongStream.rangeClosed(1, 10).map(i -> 100 * i).toArray()));

    assertThat(model.segment(10.0).code()).isEqualTo("platinum");
    assertThat(model.segment(9.99).code()).isEqualTo("gold");
    assertThat(model.segment(Bases.amounts(2000, 3000)).counts().values())
        .containsExactly(2, 0, 0, 0, 0);
  }

  @Test
  void build_limitsAndTiersDoNotFit_refused() {
    Pyramid.Builder builder = Pyramid.builder(Indicator.spend());

    assertThatThrownBy(() -> builder.shareOfCustomers(5, 1)).hasMessageContaining("must ascend");
    assertThatThrownBy(() -> builder.shareOfCustomers(5, 20).build())
        .hasMessageContaining("2 limits and 4 tiers");
    assertThatThrownBy(() -> builder.tiers(List.of()).build()).hasMessageContaining("Maybe");
  }
}
