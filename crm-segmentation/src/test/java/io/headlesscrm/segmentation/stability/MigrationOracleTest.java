package io.headlesscrm.segmentation.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.segmentation.OnlineRetail;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SharedData;
import io.headlesscrm.segmentation.rfm.Binning;
import io.headlesscrm.segmentation.rfm.Rfm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against pandas 1.5.3: the RFM recipe at 2011-09-01 and at 2011-12-10, cut anew at each date. */
class MigrationOracleTest {

  private static final String ORACLE =
      "oracle/online_retail_segment_migration_2011-09-01_to_2011-12-10.csv";
  private static final Rfm PANDAS = Rfm.builder().binning(Binning.PANDAS_QCUT).build();

  private static CustomerBase september;
  private static CustomerBase december;

  @BeforeAll
  static void read() {
    PurchaseLog log = OnlineRetail.log();
    september = log.asOf(LocalDate.of(2011, 9, 1));
    december = log.asOf(LocalDate.of(2011, 12, 10));
  }

  @Test
  void rebinned_pandasRecipe_equalsTheOracleCellByCell() throws IOException {
    MigrationMatrix matrix = MigrationMatrix.rebinned(PANDAS, september, december);
    Map<String, Map<String, String>> expected = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(SharedData.path(ORACLE))) {
      csv.forEach(row -> expected.put(row.getField("from"), row.getFieldsAsMap()));
    }

    assertThat(expected).hasSize(11);
    for (Flow flow : matrix.flows()) {
      Segment from = flow.from();
      Segment to = flow.to();
      String row = from == null ? "(not yet a customer)" : from.code();
      String count = to == null ? "0" : expected.get(row).get(to.code());
      assertThat(flow.customers()).as(flow.toString()).isEqualTo(Integer.parseInt(count));
    }
  }

  @Test
  void stability_rebinned_psiOfTheOracle() {
    PopulationStability stability =
        MigrationMatrix.rebinned(PANDAS, september, december).stability();

    assertThat(stability.psi()).isCloseTo(0.015041509014510727, within(1e-15));
    assertThat(stability.smoothing()).isZero();
    assertThat(stability.degreesOfFreedom()).isEqualTo(9);
    // 0.0150415 / (1/3317 + 1/4338) = 28.27; the table has 27.877 at 0.001 and 9 degrees
    assertThat(stability.pValue()).isBetween(0.0005, 0.001);
  }

  /** Cut anew, two thirds of the champions of September and more of others fill the places; frozen, the truth shows. */
  @Test
  void frozen_sameDates_movementIsNotHidden() {
    MigrationMatrix frozen = MigrationMatrix.frozen(PANDAS, september, december);
    MigrationMatrix rebinned = MigrationMatrix.rebinned(PANDAS, september, december);
    Segment champions = segment(frozen, "Champions");

    assertThat(frozen.sizeBefore(champions))
        .isEqualTo(rebinned.sizeBefore(champions))
        .isEqualTo(490);
    assertThat(frozen.sizeAfter(champions)).isGreaterThan(rebinned.sizeAfter(champions));
    assertThat(frozen.stability().psi()).isGreaterThan(rebinned.stability().psi());
    assertThat(frozen.flows().stream().mapToInt(Flow::customers).sum()).isEqualTo(4338);
  }

  private static Segment segment(MigrationMatrix matrix, String code) {
    return matrix.segments().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
