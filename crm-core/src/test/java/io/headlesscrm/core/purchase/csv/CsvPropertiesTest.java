package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.csv.CsvSamples.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CsvPropertiesTest {

  private static final CsvOptions KEEP_ALL =
      CsvOptions.builder().cancellationPrefix("").delimiter(',').build();

  @Provide
  Arbitrary<List<Row>> rows() {
    return CsvSamples.rows();
  }

  @Provide
  Arbitrary<String> garbage() {
    return CsvSamples.garbage();
  }

  @Property
  void read_rowsWrittenAsCsv_logBuiltDirectly(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 3) int delimiter) {
    char separator = ",;\t|".charAt(delimiter);
    String text = CsvSamples.csv(rows, separator, delimiter == 0 ? "\r\n" : "\n");

    PurchaseImport read = CsvSamples.read(text);

    assertThat(read.rejected()).isEmpty();
    assertThat(read.log()).isEqualTo(CsvSamples.log(rows));
  }

  @Property
  void read_anyOrderOfRows_sameLogCountsAndNotices(
      @ForAll("rows") List<Row> rows, @ForAll long seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    PurchaseImport one = CsvSamples.read(CsvSamples.csv(rows, ',', "\n"));
    PurchaseImport other = CsvSamples.read(CsvSamples.csv(shuffled, ',', "\n"));

    assertThat(other.log()).isEqualTo(one.log());
    assertThat(other.notices()).isEqualTo(one.notices());
    assertThat(other.rowsUsed(ReturnsPolicy.SALES)).isEqualTo(one.rowsUsed(ReturnsPolicy.SALES));
  }

  @Property
  void read_anyGarbage_usedSetAsideAndRejectedAddUp(@ForAll("garbage") String garbage) {
    PurchaseImport read = CsvSamples.read("customer_id,date,amount\n" + garbage, withDayFirst());

    for (ReturnsPolicy policy : ReturnsPolicy.values()) {
      assertThat(read.setAside(policy)).hasSize((int) read.rowsSetAside(policy));
      assertThat(read.rowsUsed(policy)).isNotNegative();
    }
    assertThat(read.rowsUsed(ReturnsPolicy.NET) + read.rejected().size())
        .isEqualTo(read.rowsRead());
    assertThat(lines(read)).isSorted().doesNotHaveDuplicates().allMatch(line -> line > 1);
    assertThat(read.log().totals(ReturnsPolicy.NET).purchases())
        .isEqualTo((int) read.rowsUsed(ReturnsPolicy.NET));
  }

  /** Whatever precedes them: good rows on lines of their own are read, unless a quote above swallows them. */
  @Property
  void read_garbageWithoutQuotes_costsNoOtherRow(@ForAll("garbage") String garbage) {
    String text =
        "customer_id,date,amount\n" + garbage.replace("\"", "") + "\ngood,2011-12-09,1.00\n";

    PurchaseImport read = CsvSamples.read(text, withDayFirst());

    assertThat(read.log()
            .asOf(java.time.LocalDate.of(2012, 1, 1))
            .findRow(io.headlesscrm.core.id.CustomerId.of("good")))
        .isPresent();
  }

  @Property(tries = 30)
  void read_severalThreads_sameAsOne(
      @ForAll("garbage") String garbage, @ForAll("rows") List<Row> rows) throws IOException {
    // repeated until it takes many blocks; the quotes of the garbage fall on block ends
    String part = garbage + "\n" + body(CsvSamples.csv(rows, ',', "\r\n"));
    String text = "customer_id,date,amount,invoice_no\n" + part.repeat(300_000 / part.length());
    Path file = Files.createTempFile("purchases", ".csv");
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      PurchaseImport one = PurchaseCsv.read(file, withDayFirst());
      PurchaseImport several = PurchaseCsv.read(file, withDayFirst(), executor, 4);

      assertThat(several.log()).isEqualTo(one.log());
      assertThat(several.rejected()).isEqualTo(one.rejected());
      assertThat(several.setAside(ReturnsPolicy.SALES))
          .isEqualTo(one.setAside(ReturnsPolicy.SALES));
      assertThat(several.rowsRead()).isEqualTo(one.rowsRead());
    } finally {
      executor.shutdown();
      Files.delete(file);
    }
  }

  /** The second route for blocks, quotes and lines: the parser alone on the whole text. */
  @Property(tries = 100)
  void read_manyBlocksOfQuotedRows_asTheParserSplitsTheWhole(@ForAll("rows") List<Row> rows) {
    String body = body(CsvSamples.csv(rows, ',', "\n"));
    String text = "customer_id,date,amount,invoice_no\n"
        + body.repeat(body.isEmpty() ? 0 : 200_000 / body.length());
    List<CsvRecord> whole;
    try (Stream<CsvRecord> records = CsvReader.builder().ofCsvRecord(text).stream()) {
      whole = records.skip(1).toList();
    }

    PurchaseImport read = CsvSamples.read(text, KEEP_ALL);

    assertThat(read.rowsRead()).isEqualTo(whole.size());
    assertThat(read.setAside(ReturnsPolicy.SALES))
        .map(SetAsideRow::line)
        .isEqualTo(physicalLines(whole));
  }

  /** Where returns start, counted from the line breaks in all cells before them. */
  private static List<Long> physicalLines(List<CsvRecord> records) {
    List<Long> lines = new ArrayList<>();
    long line = 2;
    for (CsvRecord row : records) {
      if (row.getField(2).startsWith("-")) {
        lines.add(line);
      }
      line += row.getFields().stream().mapToLong(CsvPropertiesTest::lineBreaks).sum() + 1;
    }
    return lines;
  }

  private static long lineBreaks(String cell) {
    return cell.replace("\r\n", "\n")
        .chars()
        .filter(c -> c == '\n' || c == '\r')
        .count();
  }

  @Test
  void read_twentyThousandFaultyLines_eachRejectedQuickly() {
    String text = "customer_id,date,amount\n" + "1,\"2011-12-09\"x,1\n".repeat(20_000);

    PurchaseImport read = CsvSamples.read(text);

    assertThat(read.rejected()).hasSize(20_000);
    assertThat(lines(read)).isEqualTo(LongStream.range(2, 20_002).boxed().toList());
  }

  private static CsvOptions withDayFirst() {
    return CsvOptions.builder().delimiter(',').dateOrder(DateOrder.DAY_FIRST).build();
  }

  private static List<Long> lines(PurchaseImport read) {
    return read.rejected().stream().map(RejectedRow::line).toList();
  }

  private static String body(String csv) {
    return csv.substring(csv.indexOf('\n') + 1);
  }
}
