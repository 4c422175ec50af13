package io.headlesscrm.segmentation.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.pyramid.Pyramid;
import io.headlesscrm.segmentation.rfm.Rfm;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MigrationMatrixTest {

  /** Platinum from 9.00, gold from 5.00, iron from 1.00. */
  private static final SegmentationModel MODEL = Pyramid.builder(Indicator.spend())
      .shareOfCustomers(10, 50, 99)
      .build()
      .fit(Bases.amounts(900, 500, 500, 500, 500, 100, 100, 100, 100, 0));

  private static final Segment PLATINUM = MODEL.segments().get(0);
  private static final Segment GOLD = MODEL.segments().get(1);
  private static final Segment IRON = MODEL.segments().get(2);

  private static CustomerBase base(Object... idsAndCents) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < idsAndCents.length; i += 2) {
      customers.add(Bases.customer(
          (String) idsAndCents[i], 10, 1, ((Integer) idsAndCents[i + 1]).longValue()));
    }
    return Bases.of(customers);
  }

  private static MigrationMatrix byHand() {
    Segmentation before = MODEL.segment(base("a", 900, "b", 600, "c", 500, "d", 100, "e", 950));
    Segmentation after = MODEL.segment(base("b", 900, "c", 100, "d", 150, "e", 1000, "f", 140));
    return MigrationMatrix.of(before, after);
  }

  @Test
  void of_handMadeMoves_customersAndValueWithNewAndGone() {
    MigrationMatrix matrix = byHand();

    assertThat(matrix.count(PLATINUM, null)).isEqualTo(1);
    assertThat(matrix.count(GOLD, PLATINUM)).isEqualTo(1);
    assertThat(matrix.count(GOLD, IRON)).isEqualTo(1);
    assertThat(matrix.count(IRON, IRON)).isEqualTo(1);
    assertThat(matrix.count(null, IRON)).isEqualTo(1);
    assertThat(matrix.flows())
        .filteredOn(flow -> flow.customers() > 0)
        .extracting(flow -> flow + " " + flow.before() + " " + flow.after())
        .containsExactly(
            "platinum -> platinum: 1 EUR 9.50 EUR 10.00",
            "platinum -> Gone: 1 EUR 9.00 EUR 0.00",
            "gold -> platinum: 1 EUR 6.00 EUR 9.00",
            "gold -> iron: 1 EUR 5.00 EUR 1.00",
            "iron -> iron: 1 EUR 1.00 EUR 1.50",
            "New -> iron: 1 EUR 0.00 EUR 1.40");
    assertThat(matrix).hasToString("platinum 2 -> 2, gold 2 -> 0, iron 1 -> 3");
  }

  @Test
  void share_everyRow_addsUpToOne() {
    MigrationMatrix matrix = byHand();

    for (Segment from : List.of(PLATINUM, GOLD, IRON)) {
      double sum = matrix.share(from, null);
      for (Segment to : matrix.segments()) {
        sum += matrix.share(from, to);
      }
      assertThat(sum).isCloseTo(1, within(0x1p-50));
    }
    assertThat(matrix.share(matrix.segments().get(3), IRON)).isNaN();
  }

  @Test
  void outlook_sameRatesAgain_expectedSizes() {
    // platinum: half of 2 stay, and none come from gold, of which nobody is left; iron: all 3 and
    // one newcomer
    assertThat(byHand().outlook())
        .containsEntry(PLATINUM, 1.0)
        .containsEntry(GOLD, 0.0)
        .containsEntry(IRON, 4.0);
  }

  @Test
  void of_randomBases_flowsAddUpAndFrozenOnTheSameBaseMovesNobody() {
    Random random = new Random(4);
    for (int i = 0; i < 50; i++) {
      CustomerBase from = Bases.of(random(random));
      CustomerBase to = Bases.of(random(random));
      MigrationMatrix matrix = MigrationMatrix.frozen(Rfm.quintiles(), from, to);
      MigrationMatrix still = MigrationMatrix.frozen(Rfm.quintiles(), from, from);

      int before = matrix.segments().stream().mapToInt(matrix::sizeBefore).sum();
      int after = matrix.segments().stream().mapToInt(matrix::sizeAfter).sum();
      assertThat(before).isEqualTo(from.size());
      assertThat(after).isEqualTo(to.size());
      assertThat(matrix.flows().stream().mapToInt(Flow::customers).sum())
          .isEqualTo(from.size() + matrix.sizeBefore(null))
          .isEqualTo(to.size() + matrix.sizeAfter(null));
      for (Segment segment : still.segments()) {
        assertThat(still.count(segment, segment)).isEqualTo(still.sizeBefore(segment));
      }
      assertThat(from.size() == 0 || still.stability().psi() == 0).isTrue();
    }
  }

  private static List<Customer> random(Random random) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      if (random.nextBoolean()) {
        customers.add(Bases.customer(
            "c" + i, 1 + random.nextInt(90), 1 + random.nextInt(5), random.nextInt(9000)));
      }
    }
    return customers;
  }

  @Test
  void of_otherCurrencyOrForeignSegment_refused() {
    Segmentation euros = Rfm.quintiles().segment(Bases.amounts(1));
    Segmentation pounds = Rfm.quintiles().segment(Bases.of(List.of(), Currency.getInstance("GBP")));

    assertThatThrownBy(() -> MigrationMatrix.of(euros, pounds))
        .hasMessageContaining("currencies are EUR and GBP");
    assertThatThrownBy(() -> byHand().count(Segment.of("Zebra", "斑马", 0), null))
        .hasMessageContaining("segment is Zebra");
    assertThatThrownBy(() -> byHand().homogeneity(MigrationMatrix.of(euros, euros)))
        .hasMessageContaining("different strategies");
  }

  /** Two rows of a 2 x 2 table each: 30/10 against 20/20 gives 80 (30 20 - 10 20)^2 / (40 40 50 30) = 5.333. */
  @Test
  void homogeneity_twoPeriods_chiSquareByHand() {
    MigrationMatrix first = moves(30, 10);
    MigrationMatrix second = moves(20, 20);
    HomogeneityTest test = first.homogeneity(second);

    assertThat(test.statistic()).isCloseTo(16 / 3.0, within(1e-12));
    assertThat(test.degreesOfFreedom()).isEqualTo(1);
    // the table has 5.024 at 0.025 and 6.635 at 0.01
    assertThat(test.pValue()).isBetween(0.01, 0.025);
    assertThat(test.smallestExpected()).isEqualTo(15);
    assertThat(first.homogeneity(first).statistic()).isZero();
    assertThat(first.homogeneity(first).pValue()).isEqualTo(1);
  }

  /** So many platinum customers who stay, so many who become iron. */
  private static MigrationMatrix moves(int stay, int fall) {
    List<Customer> before = new ArrayList<>();
    List<Customer> after = new ArrayList<>();
    for (int i = 0; i < stay + fall; i++) {
      before.add(Bases.customer("c" + i, 10, 1, 2000));
      after.add(Bases.customer("c" + i, 10, 1, i < stay ? 2000 : 10));
    }
    return MigrationMatrix.of(MODEL.segment(Bases.of(before)), MODEL.segment(Bases.of(after)));
  }
}
