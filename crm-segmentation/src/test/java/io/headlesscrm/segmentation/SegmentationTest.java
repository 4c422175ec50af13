package io.headlesscrm.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A strategy as a host writes one. */
class SegmentationTest {

  private static final Segment RICH = Segment.of("Rich", "富", 2);
  private static final Segment POOR = Segment.of("Poor", "贫", 1);
  private static final CustomerBase BASE = Bases.amounts(100, 900, 300, 800);

  private final AtomicInteger explained = new AtomicInteger();

  /** Rich is who spent at least the mean of the fit. */
  private record Wealth(long mean, Provenance provenance, AtomicInteger explained)
      implements SegmentationModel {

    @Override
    public String kind() {
      return "wealth";
    }

    @Override
    public List<Segment> segments() {
      return List.of(RICH, POOR);
    }

    @Override
    public List<Reason> notices() {
      return List.of();
    }

    @Override
    public Segmentation segment(CustomerBase base) {
      return Segmentation.of(
          this, base, row -> base.spendMinor(row) >= mean ? 0 : 1, row -> reasons(base, row));
    }

    private List<Reason> reasons(CustomerBase base, int row) {
      explained.incrementAndGet();
      return List.of(Reason.of("segmentation.sample").with("cents", base.spendMinor(row)));
    }
  }

  private Wealth fit(CustomerBase base) {
    long sum = 0;
    for (int row = 0; row < base.size(); row++) {
      sum += base.spendMinor(row);
    }
    return new Wealth(
        sum / Math.max(1, base.size()),
        Provenance.of("wealth", Map.of(), base.window(), base.size()),
        explained);
  }

  @Test
  void segment_strategyOfTheHost_countsMembersSpend() {
    SegmentationStrategy strategy = this::fit;
    Segmentation segments = strategy.segment(BASE);

    assertThat(segments.size()).isEqualTo(4);
    assertThat(segments.segment(1)).isEqualTo(RICH);
    assertThat(segments.counts()).containsExactly(Map.entry(RICH, 2), Map.entry(POOR, 2));
    assertThat(segments.members(RICH)).containsExactly(CustomerId.of("b"), CustomerId.of("d"));
    assertThat(segments.members(Segment.UNASSESSED)).isEmpty();
    assertThat(segments.spend())
        .containsExactly(
            Map.entry(RICH, new Money(1700, Bases.EUR)),
            Map.entry(POOR, new Money(400, Bases.EUR)));
    assertThat(segments.findSegment(CustomerId.of("a"))).contains(POOR);
    assertThat(segments.findSegment(CustomerId.of("z"))).isEmpty();
    assertThat(segments).hasToString("wealth: {Rich=2, Poor=2}");
  }

  @Test
  void explain_onlyWhenAsked() {
    Segmentation segments = fit(BASE).segment(BASE);

    assertThat(explained).hasValue(0);
    assertThat(segments.explain(CustomerId.of("b")))
        .hasToString("b: Rich\n- segmentation.sample{cents=900}");
    assertThat(segments.explain(1).text(Locale.CHINESE)).startsWith("b: 富");
    assertThat(explained).hasValue(2);
  }

  @Test
  void explain_strangers_refusedWithTheirId() {
    assertThatThrownBy(() -> fit(BASE).segment(BASE).explain(CustomerId.of("z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("customer is z")
        .hasMessageContaining("Maybe");
  }

  @Test
  void assessments_oneForEachCustomer_readyToBeStored() {
    List<Assessment> assessments = fit(BASE).segment(BASE).assessments().toList();

    assertThat(assessments).hasSize(4);
    assertThat(assessments.get(3).customer()).isEqualTo(CustomerId.of("d"));
    assertThat(assessments.get(3).kind()).isEqualTo("wealth");
    assertThat(assessments.get(3).value()).isEqualTo("Rich");
    assertThat(assessments.get(3).asOf()).isEqualTo(Bases.AS_OF);
    assertThat(assessments.get(3).reasons()).hasSize(1);
  }

  @Test
  void of_indexThatIsNoSegment_refusedWithTheCustomer() {
    Wealth model = fit(BASE);

    assertThatThrownBy(() -> Segmentation.of(model, BASE, row -> row, row -> List.of()))
        .hasMessageContaining("segment of customer c is 2, it must be from 0 to 1");
    assertThatThrownBy(() -> Segmentation.of(model, BASE, row -> -1, row -> List.of()))
        .hasMessageContaining("customer a is -1");
  }

  @Test
  void segment_ranksAndNames_compared() {
    assertThat(RICH.isBetterThan(POOR)).isTrue();
    assertThat(POOR.isBetterThan(RICH)).isFalse();
    assertThat(RICH.isBetterThan(Segment.UNASSESSED)).isFalse();
    assertThat(Segment.UNASSESSED.isBetterThan(POOR)).isFalse();
    assertThat(RICH.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("富");
    assertThat(RICH.name(Locale.GERMAN)).isEqualTo("Rich");
    assertThatThrownBy(() -> Segment.of(" ", "x", 1)).hasMessageContaining("code");
    assertThatThrownBy(() -> Segment.of("x", "x", -1)).hasMessageContaining("rank of segment x");
  }
}
