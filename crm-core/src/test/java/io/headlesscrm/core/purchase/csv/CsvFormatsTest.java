package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatsTest {

  private static final String TEXT = "客户编号,日期,金额\n顺丰,2011-12-09,12.50\né,2011-12-10,-1.00\n";
  private static final PurchaseLog EXPECTED = CsvSamples.log(List.of(
      new CsvSamples.Row("顺丰", LocalDate.of(2011, 12, 9), 1250, null),
      new CsvSamples.Row("é", LocalDate.of(2011, 12, 10), -100, null)));

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void read_byteOrderMark_encodingRecognised(String charset) {
    Path file = CsvSamples.file(folder, '\uFEFF' + TEXT, Charset.forName(charset));

    PurchaseImport read = PurchaseCsv.read(file);

    assertThat(read.log()).isEqualTo(EXPECTED);
    assertThat(read.format().charset()).isEqualTo(Charset.forName(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void read_charsetGiven_used(String charset) {
    Path file = CsvSamples.file(folder, TEXT, Charset.forName(charset));
    CsvOptions options = CsvOptions.builder().charset(Charset.forName(charset)).build();

    assertThat(PurchaseCsv.read(file, options).log()).isEqualTo(EXPECTED);
  }

  @Test
  void read_byteOrderMarkOfAnotherEncodingThanGiven_markWins() {
    Path file = CsvSamples.file(folder, '\uFEFF' + TEXT, StandardCharsets.UTF_16LE);
    CsvOptions options =
        CsvOptions.builder().charset(Charset.forName("GB18030")).build();

    assertThat(PurchaseCsv.read(file, options).log()).isEqualTo(EXPECTED);
  }

  @Test
  void read_byteOrderMarkBeforeQuotedHeader_skipped() {
    String text = "\uFEFF\"customer_id\",\"date\",\"amount\"\n\"7\",\"2011-12-09\",\"1.00\"\n";

    assertThat(CsvSamples.read(text).log().customers()).isEqualTo(1);
    assertThat(PurchaseCsv.read(CsvSamples.file(folder, text)).log().customers())
        .isEqualTo(1);
  }

  @Test
  void read_gzip_recognisedByItsBytesInFileAndStream() throws IOException {
    byte[] zipped = gzip(TEXT.getBytes(StandardCharsets.UTF_8));

    PurchaseImport fromFile = PurchaseCsv.read(CsvSamples.file(folder, zipped));
    PurchaseImport fromStream =
        PurchaseCsv.read(new ByteArrayInputStream(zipped), CsvOptions.defaults());

    assertThat(fromFile.log()).isEqualTo(EXPECTED);
    assertThat(fromFile.format().gzip()).isTrue();
    assertThat(fromStream.log()).isEqualTo(EXPECTED);
  }

  @Test
  void read_gzipCutOff_cannotBeRead() throws IOException {
    String many = TEXT + "7,2011-12-09,1.00\n".repeat(100_000);
    byte[] zipped = gzip(many.getBytes(StandardCharsets.UTF_8));
    Path file = CsvSamples.file(folder, Arrays.copyOf(zipped, zipped.length / 2));

    assertThatThrownBy(() -> PurchaseCsv.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void read_noSuchFile_saysSo() {
    assertThatThrownBy(() -> PurchaseCsv.read(folder.resolve("orders.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("orders.csv: there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void read_lineBreaks_eachKindWithAndWithoutTheLast(String lineBreak) {
    String text = TEXT.replace("\n", lineBreak);
    String withoutLast = text.substring(0, text.length() - lineBreak.length());

    assertThat(CsvSamples.read(text).log()).isEqualTo(EXPECTED);
    assertThat(CsvSamples.read(withoutLast).log()).isEqualTo(EXPECTED);
    assertThat(CsvSamples.read(lineBreak + text + lineBreak).log()).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void read_delimiter_recognisedFromTheHeader(String delimiter) {
    PurchaseImport read = CsvSamples.read(TEXT.replace(",", delimiter));

    assertThat(read.log()).isEqualTo(EXPECTED);
    assertThat(read.format().delimiter()).isEqualTo(delimiter.charAt(0));
  }

  @Test
  void read_headerWithOtherDelimitersInNames_theOneThatGivesTheColumns() {
    String text = "customer_id;date;amount;a,b,c,d,e,f\n7;2011-12-09;12,50;x\n";

    assertThat(CsvSamples.read(text).log().totals(ReturnsPolicy.SALES).total().minorUnits())
        .isEqualTo(1250);
  }

  @Test
  void read_otherDelimiterAndQuoteGiven_used() {
    CsvOptions options = CsvOptions.builder().delimiter('#').quote('\'').build();

    PurchaseImport read =
        CsvSamples.read("customer_id#date#amount\n'a#''b'''#2011-12-09#1\n", options);

    assertThat(read.log()).isEqualTo(one("a#'b'"));
  }

  @Test
  void read_blanksAroundCellsAndAfterQuotes_trimmed() {
    PurchaseImport read = CsvSamples.read(
        "customer_id , date, amount\n \u00A0 7\t, 2011-12-09 , 1 \n\"7\"  ,\"2011-12-09\" , 1\n");

    assertThat(read.rejected()).isEmpty();
    assertThat(read.log().customers()).isEqualTo(1);
  }

  @Test
  void read_hostileTextCells_dataAsTheyAre() {
    for (String id : List.of("'=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@x", "\u0001", "<b>")) {
      assertThat(CsvSamples.read("customer_id,date,amount\n" + id + ",2011-12-09,1\n")
              .log())
          .isEqualTo(one(id));
    }
  }

  @Test
  void read_hugeCells_readOrRejectedAndTheNextRowRead() {
    String header = "customer_id,date,amount,note\n";
    String last = "7,2011-12-09,1,x\n";
    String large = "\"" + "line\n".repeat(100_000) + "\"";
    String tooLarge = "y".repeat(3_000_000);

    PurchaseImport read = CsvSamples.read(header + "7,2011-12-09,1," + large + "\n" + last);
    PurchaseImport cut = CsvSamples.read(header + "7,2011-12-09,1," + tooLarge + "\n" + last);

    assertThat(read.rejected()).isEmpty();
    assertThat(read.rowsRead()).isEqualTo(2);
    assertThat(cut.rejected()).singleElement().satisfies(row -> {
      assertThat(row.line()).isEqualTo(2);
      assertThat(row.reason().key()).isEqualTo("csv.overlong_row");
    });
    assertThat(cut.rowsRead()).isEqualTo(2);
  }

  @Test
  void read_headerOnly_emptyLog() {
    PurchaseImport read = CsvSamples.read("customer_id,date,amount");

    assertThat(read.rowsRead()).isZero();
    assertThat(read.log().isEmpty()).isTrue();
    assertThat(read.notices()).isEmpty();
  }

  @Test
  void read_rowsAfterTheFirstBlock_linesAreRight() {
    String text =
        "customer_id,date,amount\n\n" + "7,2011-12-09,1.00\n".repeat(50_000) + ",2011-12-09,1\n";

    assertThat(CsvSamples.read(text).rejected())
        .singleElement()
        .satisfies(row -> assertThat(row.line()).isEqualTo(50_003));
  }

  @Test
  void describe_file_formatAndTenRows() {
    String text = "Customer ID;Order Date;Amount;Note\n"
        + "7;31.12.2011;1.234,50;\"a;b\"\n"
        + ";31.12.2011;1;x\n"
        + "8;1.1.2012;2;x\n".repeat(20);

    CsvDescription description =
        PurchaseCsv.describe(CsvSamples.file(folder, text), CsvOptions.defaults());

    assertThat(description.format().columns())
        .isEqualTo(java.util.Map.of(
            CsvColumn.CUSTOMER, "Customer ID",
            CsvColumn.DATE, "Order Date",
            CsvColumn.AMOUNT, "Amount"));
    assertThat(description.format().decimalMark()).isEqualTo(',');
    assertThat(description.rows()).hasSize(10);
    CsvDescription.SampleRow first = description.rows().get(0);
    assertThat(first.cells()).containsExactly("7", "31.12.2011", "1.234,50", "a;b");
    assertThat(first.understood().customer()).isEqualTo(CustomerId.of("7"));
    assertThat(first.understood().amount().minorUnits()).isEqualTo(123_450);
    assertThat(description.rows().get(1).problem().key()).isEqualTo("csv.missing_customer");
    assertThat(description.rows().get(1).line()).isEqualTo(3);
  }

  @Test
  void forEachRow_stream_refused() {
    PurchaseImport read = CsvSamples.read(TEXT);

    assertThatThrownBy(() -> read.forEachRow(row -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a stream cannot be read again");
  }

  @Test
  void forEachRow_allColumns_handedOut() {
    String text = "customer_id,date,quantity,unit price,invoice,sku,channel,cost,line\n"
        + "7,2011-12-09,2,1.255,I1,A,web,1.10,x\n";
    List<CsvRow> rows = new java.util.ArrayList<>();

    PurchaseCsv.read(CsvSamples.file(folder, text)).forEachRow(rows::add);

    CsvRow row = rows.get(0);
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.amount().minorUnits()).isEqualTo(251);
    assertThat(row.quantity()).isEqualByComparingTo("2");
    assertThat(row.unitPrice()).isEqualByComparingTo("1.255");
    assertThat(row.cost()).isEqualByComparingTo("1.10");
    assertThat(List.of(row.invoice(), row.item(), row.channel())).containsExactly("I1", "A", "web");
    assertThat(row.reversalOf()).isNull();
  }

  private static PurchaseLog one(String customer) {
    return CsvSamples.log(Collections.singletonList(
        new CsvSamples.Row(customer, LocalDate.of(2011, 12, 9), 100, null)));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
