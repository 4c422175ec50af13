package io.headlesscrm.segmentation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.VegaLite;
import io.headlesscrm.core.chart.schema.VegaLiteSchema;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Bases.Customer;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.UncertaintyBand;
import io.headlesscrm.segmentation.pyramid.WhaleCurve;
import io.headlesscrm.segmentation.rfm.Rfm;
import io.headlesscrm.segmentation.rfm.RfmModel;
import io.headlesscrm.segmentation.stability.MigrationMatrix;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {

  private static final VegaLiteSchema SCHEMA = VegaLiteSchema.read();
  private static final Measure GROWTH = Measure.of("growth", "");

  private static CustomerBase base(int size, long seed) {
    Random random = new Random(seed);
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      customers.add(Bases.customer(
          "c" + i, 1 + random.nextInt(300), 1 + random.nextInt(9), random.nextInt(9_000) - 500));
    }
    CustomerBase base = Bases.of(customers);
    return base.with(GROWTH, random.doubles(base.size()).toArray());
  }

  private static Segmentation matrix(CustomerBase base) {
    return ValueMatrix.of(
            Indicator.spend(),
            CutPoint.median(),
            Indicator.of(GROWTH, "growth", "增长"),
            CutPoint.at(0.5))
        .segment(base);
  }

  /** Every chart of an ordinary base and of none at all. */
  static List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    for (CustomerBase base : List.of(base(200, 1), base(0, 1), base(1, 2))) {
      RfmModel rfm = Rfm.quintiles().fit(base);
      charts.add(RfmHeatmap.of(rfm, base));
      charts.add(ShareCurve.pareto(Abc.byValue().rank(base), 50));
      charts.add(ShareCurve.lorenz(Abc.byValue().rank(base).concentration(), 50));
      charts.add(ShareCurve.whale(WhaleCurve.of(base, Indicator.spend()), 50));
      charts.add(
          PointCloud.scatter(Indicator.spend(), Indicator.of(GROWTH), rfm.segment(base), 100));
      charts.add(PointCloud.quadrant(matrix(base), null, 100));
      charts.add(MigrationFlows.of(MigrationMatrix.frozen(Rfm.quintiles(), base, base(150, 3))));
      charts.add(Treemap.of(rfm.segment(base)));
      charts.add(CohortHeatmap.of(base));
    }
    return charts;
  }

  @ParameterizedTest
  @MethodSource("charts")
  void toVegaLite_bothLanguages_validAgainstTheSchema(Chart chart) {
    String english = chart.toVegaLite(Locale.ENGLISH).toString();
    String chinese = chart.toVegaLite(Locale.SIMPLIFIED_CHINESE).toString();

    assertThat(SCHEMA.problems(english)).isEmpty();
    assertThat(SCHEMA.problems(chinese)).isEmpty();
    assertThat(JsonDocument.parse(chinese).text("title"))
        .isNotEqualTo(JsonDocument.parse(english).text("title"))
        .doesNotContain("chart.");
    assertThat(english + chinese).doesNotContain("chart.").doesNotContain("\"url\"");
  }

  /** The validator sees what is wrong: without that its silence would mean nothing. */
  @Test
  void schema_wrongSpecifications_refused() {
    String right = ShareCurve.pareto(Abc.byValue().rank(base(9, 1)), 5)
        .toVegaLite(Locale.ENGLISH)
        .toString();

    assertThat(SCHEMA.problems(right)).isEmpty();
    assertThat(SCHEMA.problems(right.replace("\"line\"", "\"lien\""))).isNotEmpty();
    assertThat(SCHEMA.problems(right.replace("\"quantitative\"", "\"amount\""))).isNotEmpty();
    assertThat(SCHEMA.problems(right.replace("\"layer\"", "\"layers\""))).isNotEmpty();
    assertThat(SCHEMA.problems(right.replace("\"width\" : 420", "\"width\" : \"wide\"")))
        .isNotEmpty();
  }

  /** In the order of the names every segment would have another colour in the other language. */
  @Test
  void toVegaLite_bothLanguages_segmentsInTheSameOrder() {
    Segmentation segments = matrix(base(200, 1));
    PointCloud quadrant = PointCloud.quadrant(segments, null, 100);

    assertThat(domain(quadrant, Locale.ENGLISH)).containsExactly("Key", "Grow", "Keep", "Watch");
    assertThat(domain(quadrant, Locale.SIMPLIFIED_CHINESE))
        .containsExactly("重点客户", "发展客户", "保持客户", "观察客户");
  }

  private static List<String> domain(Chart chart, Locale locale) {
    return chart
        .toVegaLite(locale)
        .objects("layer")
        .get(0)
        .object("encoding")
        .object("color")
        .object("scale")
        .texts("domain");
  }

  /** WCAG 2 asks for a contrast of 4.5. */
  @Test
  void onColour_everyColour_canBeRead() {
    for (int number = 0; number < 2 * VegaLite.COLOURS.size(); number++) {
      String colour = VegaLite.COLOURS.get(number % VegaLite.COLOURS.size());
      double luminance =
          0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
      double contrast = VegaLite.onColour(number).equals("white")
          ? 1.05 / (luminance + 0.05)
          : (luminance + 0.05) / 0.05;

      assertThat(contrast).as(colour).isGreaterThanOrEqualTo(4.5);
    }
  }

  private static double linear(String colour, int from) {
    double part = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  void heatmap_everyCustomer_inItsCell() {
    CustomerBase base = base(100, 5);
    RfmHeatmap map = RfmHeatmap.of(Rfm.quintiles().fit(base), base);

    assertThat(map.cells()).hasSize(25);
    assertThat(map.cells().stream().mapToInt(RfmHeatmap.Cell::customers).sum()).isEqualTo(100);
    assertThat(map.cells().stream().mapToLong(RfmHeatmap.Cell::spendMinor).sum())
        .isEqualTo(Abc.byValue().segment(base).spend().values().stream()
            .mapToLong(Money::minorUnits)
            .sum());
  }

  @Test
  void treemap_tiles_fillTheSquareInProportion() {
    Treemap map = Treemap.of(Abc.byValue().segment(Bases.amounts(5000, 3000, 1500, 500, -100)));

    // A 80 %, B 15 %, C 5 % less the negative one of 1 %
    assertThat(map.tiles()).hasSize(3);
    assertThat(map.tiles().get(0).share()).isCloseTo(8000 / 9900.0, within(1e-15));
    for (Treemap.Tile tile : map.tiles()) {
      assertThat(tile.width() * tile.height()).isCloseTo(tile.share(), within(1e-12));
    }
  }

  @Test
  void treemap_labels_nameAndShareShareAloneOrNothing() {
    Treemap map = Treemap.of(
        Abc.builder().limits(80, 99.6).build().segment(Bases.amounts(800_000, 196_000, 4_000)));
    List<String> labels = map.toVegaLite(Locale.ENGLISH).object("data").objects("values").stream()
        .map(row -> row.text("label"))
        .toList();

    // the last tile is a strip of 84 by 8 pixels
    assertThat(labels).containsExactly("A\n80.0%", "B\n19.6%", "");
    assertThat(new Treemap(
                List.of(new Treemap.Tile(map.tiles().get(0).segment(), 1, 0.005, 0, 0, 0.15, 0.04)))
            .toVegaLite(Locale.ENGLISH)
            .object("data")
            .objects("values"))
        .extracting(row -> row.text("label"))
        .containsExactly("0.5%");
  }

  @Test
  void migration_bothEnds_namedWithTheirCustomers() {
    Segmentation before = Abc.byValue().segment(Bases.amounts(80, 15, 5));
    Segmentation after = Abc.byValue().segment(Bases.amounts(5, 80, 10, 5));
    List<JsonDocument> layers = MigrationFlows.of(MigrationMatrix.of(before, after))
        .toVegaLite(Locale.ENGLISH)
        .objects("layer");

    assertThat(layers.get(1).object("data").objects("values"))
        .extracting(row -> row.text("label") + " at " + row.number("middle"))
        .containsExactlyInAnyOrder("New 1 at 0.5", "C 1 at 1.5", "B 1 at 2.5", "A 1 at 3.5");
    assertThat(layers.get(2).object("data").objects("values"))
        .extracting(row -> row.text("label"))
        .allMatch(label -> label.matches("[ABC] [12]"));
  }

  @Test
  void migration_ribbons_fillBothSidesWithoutGaps() {
    CustomerBase before = base(150, 7);
    CustomerBase after = base(180, 8);
    MigrationFlows flows =
        MigrationFlows.of(MigrationMatrix.frozen(Rfm.quintiles(), before, after));
    boolean[] left = new boolean[180];
    boolean[] right = new boolean[180];
    for (MigrationFlows.Ribbon ribbon : flows.ribbons()) {
      for (int i = 0; i < ribbon.customers(); i++) {
        assertThat(left[ribbon.left() + i]).isFalse();
        assertThat(right[ribbon.right() + i]).isFalse();
        left[ribbon.left() + i] = true;
        right[ribbon.right() + i] = true;
      }
    }
    assertThat(left).doesNotContain(false);
    assertThat(right).doesNotContain(false);
  }

  @Test
  void quadrant_uncertainCustomersAndCuts_shown() {
    CustomerBase base =
        Bases.amounts(100, 200, 300, 400).with(GROWTH, new double[] {0.1, 0.9, 0.52, Double.NaN});
    Segmentation segments = matrix(base);
    UncertaintyBand band =
        UncertaintyBand.of(((GridModel) segments.model()).grid(), base, List.of(0.0, 0.05));
    PointCloud quadrant = PointCloud.quadrant(segments, band, 100);

    assertThat(quadrant.points()).hasSize(3);
    assertThat(quadrant.points())
        .extracting(PointCloud.Point::isUncertain)
        .containsExactly(false, false, true);
    assertThat(quadrant.upCuts()).containsExactly(0.5);
    assertThat(PointCloud.scatter(Indicator.spend(), Indicator.of(GROWTH), segments, 2)
            .points())
        .hasSize(2);
    assertThatThrownBy(() -> PointCloud.quadrant(Abc.byValue().segment(base), null, 10))
        .hasMessageContaining("grid of two axes");
  }

  @Test
  void cohorts_twoMonths_countedByHand() {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Bases.EUR);
    add(log, "a", "2026-01-05", "2026-01-20", "2026-03-01");
    add(log, "b", "2026-01-31", "2026-02-01");
    add(log, "c", "2026-02-15", "2026-04-02");
    CohortHeatmap map = CohortHeatmap.of(log.build().asOf(LocalDate.of(2026, 4, 10)));

    assertThat(map.cells())
        .extracting(cell ->
            cell.cohort() + " " + cell.monthsSince() + ": " + cell.active() + "/" + cell.size())
        .containsExactly(
            "2026-01 0: 2/2",
            "2026-01 1: 1/2",
            "2026-01 2: 1/2",
            "2026-02 0: 1/1",
            "2026-02 1: 0/1");
  }

  private static void add(PurchaseLogBuilder log, String customer, String... days) {
    for (String day : days) {
      log.add(CustomerId.of(customer), LocalDate.parse(day), Money.of("1.00", "EUR"));
    }
  }
}
