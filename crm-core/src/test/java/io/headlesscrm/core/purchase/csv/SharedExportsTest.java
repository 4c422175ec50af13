package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.SharedData;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.ScopeTotals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two data sets of the literature; the expected figures stand in the README beside them. */
class SharedExportsTest {

  @TempDir
  private Path folder;

  @Test
  void onlineRetail_everyScope_figuresOfTheReadme() {
    PurchaseImport retail = PurchaseCsv.read(onlineRetail());
    PurchaseLog log = retail.log();

    assertThat(retail.rowsRead()).isEqualTo(541_909);
    assertThat(retail.rejected())
        .hasSize(135_080)
        .allMatch(row -> row.reason().key().equals("csv.missing_customer"))
        .allMatch(row -> row.column().equals("CustomerID"));
    assertThat(retail.rowsUsed(ReturnsPolicy.SALES)).isEqualTo(397_884);
    assertThat(log.totals(ReturnsPolicy.SALES))
        .isEqualTo(new ScopeTotals(4_338, 18_532, Money.of("8911407.90", "XXX")));
    assertThat(retail.rowsUsed(ReturnsPolicy.NET)).isEqualTo(406_829);
    assertThat(log.totals(ReturnsPolicy.NET))
        .isEqualTo(new ScopeTotals(4_372, 22_190, Money.of("8300065.81", "XXX")));
  }

  @Test
  void onlineRetail_format_recognised() {
    PurchaseImport retail = PurchaseCsv.read(onlineRetail());

    assertThat(retail.format().gzip()).isTrue();
    assertThat(retail.format().charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(retail.format().columns())
        .containsEntry(CsvColumn.CUSTOMER, "CustomerID")
        .containsEntry(CsvColumn.DATE, "InvoiceDate")
        .containsEntry(CsvColumn.QUANTITY, "Quantity")
        .containsEntry(CsvColumn.UNIT_PRICE, "UnitPrice")
        .containsEntry(CsvColumn.INVOICE, "InvoiceNo")
        .containsEntry(CsvColumn.ITEM, "StockCode")
        .hasSize(6);
    assertThat(retail.notices())
        .map(notice -> notice.key())
        .containsExactly("csv.notice_zero_suffix", "csv.notice_rounded");
  }

  /** SCIENCE: four sales lines cost .001. */
  @Test
  void onlineRetail_roundedLines_four() {
    PurchaseImport retail = PurchaseCsv.read(onlineRetail());

    assertThat(retail.notices())
        .filteredOn(notice -> notice.key().equals("csv.notice_rounded"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.values()).containsEntry("rows", 4L));
  }

  @Test
  void onlineRetail_everyPolicy_rowsAddUpAndAreListed() {
    PurchaseImport retail = PurchaseCsv.read(onlineRetail());

    for (ReturnsPolicy policy : ReturnsPolicy.values()) {
      assertThat(retail.setAside(policy)).hasSize((int) retail.rowsSetAside(policy));
      assertThat(retail.rowsUsed(policy)
              + retail.rowsSetAside(policy)
              + retail.rejected().size())
          .isEqualTo(541_909);
    }
  }

  /** The file read line by line, by eye and by the rules, without a parser. */
  @Test
  void onlineRetail_firstRejectedLine_hasNoCustomer() throws IOException {
    RejectedRow first = PurchaseCsv.read(onlineRetail()).rejected().get(0);

    try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(
        new GZIPInputStream(Files.newInputStream(onlineRetail())), StandardCharsets.UTF_8))) {
      String line = lines.lines().skip(first.line() - 1).findFirst().orElseThrow();
      assertThat(line).contains(",,United Kingdom");
    }
  }

  @Test
  void onlineRetail_rowByRow_sameSumsByKind() {
    PurchaseImport retail = PurchaseCsv.read(onlineRetail());
    Map<PurchaseKind, Long> rows = new EnumMap<>(PurchaseKind.class);
    Map<PurchaseKind, BigDecimal> sums = new EnumMap<>(PurchaseKind.class);

    retail.forEachRow(row -> {
      rows.merge(row.kind(), 1L, Long::sum);
      sums.merge(row.kind(), row.amount().toDecimal(), BigDecimal::add);
      assertThat(row.customer().value()).doesNotEndWith(".0");
    });

    assertThat(rows.get(PurchaseKind.SALE)).isEqualTo(397_884);
    assertThat(sums.get(PurchaseKind.SALE)).isEqualByComparingTo("8911407.90");
    assertThat(sums.values().stream().reduce(BigDecimal::add).orElseThrow())
        .isEqualByComparingTo("8300065.81");
  }

  @Test
  void onlineRetail_severalThreads_sameBits() {
    PurchaseImport one = PurchaseCsv.read(onlineRetail());
    ExecutorService executor = Executors.newFixedThreadPool(7);
    try {
      for (int tasks : new int[] {2, 8}) {
        PurchaseImport several =
            PurchaseCsv.read(onlineRetail(), CsvOptions.defaults(), executor, tasks);
        assertThat(several.log()).isEqualTo(one.log());
        assertThat(several.rejected()).isEqualTo(one.rejected());
        assertThat(several.setAside(ReturnsPolicy.SALES))
            .isEqualTo(one.setAside(ReturnsPolicy.SALES));
        assertThat(several.notices()).isEqualTo(one.notices());
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void onlineRetail_creditNotesMatched_salesAndNetScopesUnchanged() {
    PurchaseImport retail = PurchaseCsv.read(
        onlineRetail(), CsvOptions.builder().matchCreditNotes(true).build());

    assertThat(retail.log().totals(ReturnsPolicy.SALES))
        .isEqualTo(new ScopeTotals(4_338, 18_532, Money.of("8911407.90", "XXX")));
    assertThat(retail.log().totals(ReturnsPolicy.NET))
        .isEqualTo(new ScopeTotals(4_372, 22_190, Money.of("8300065.81", "XXX")));
    assertThat(retail.rowsUsed(ReturnsPolicy.MATCHED)).isBetween(397_885L, 406_789L);
  }

  @Test
  void cdnow_rewritten_zeroRowsKept() throws IOException {
    String text = Files.readAllLines(SharedData.path("data/cdnow/CDNOW_sample.txt")).stream()
        .map(line -> line.strip().split(" +", -1))
        .map(cells -> Integer.parseInt(cells[1]) + "," + cells[2] + "," + cells[4])
        .collect(Collectors.joining("\n", "customer_id,date,amount\n", "\n"));
    PurchaseImport cdnow = PurchaseCsv.read(CsvSamples.file(folder, text));

    assertThat(cdnow.rowsRead()).isEqualTo(6_919);
    assertThat(cdnow.rejected()).isEmpty();
    ScopeTotals sales = cdnow.log().totals(ReturnsPolicy.SALES);
    assertThat(sales.customers()).isEqualTo(2_357);
    assertThat(sales.purchases()).isEqualTo(6_919);
    int[] zeros = {0};
    cdnow.forEachRow(row -> zeros[0] += row.amount().minorUnits() == 0 ? 1 : 0);
    assertThat(zeros[0]).isEqualTo(text.split(",0\\.00\n", -1).length - 1).isPositive();
    assertThat(cdnow.log().asOf(java.time.LocalDate.of(1998, 7, 1)).findRow(CustomerId.of("1")))
        .isPresent();
  }

  private static Path onlineRetail() {
    return SharedData.path("data/online-retail/online_retail.csv.gz");
  }
}
