package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedRowsTest {

  private static final String HEADER = "Customer,Date,Amount\n";

  /** The row stands in line 3 between two good ones, which are read whatever it is. */
  private static RejectedRow reject(String header, String row) {
    return reject(header, row, CsvOptions.defaults());
  }

  private static RejectedRow reject(String header, String row, CsvOptions options) {
    int columns = header.split(",", -1).length;
    String good = "7,2011-12-09,1" + (columns > 3 ? ",x".repeat(columns - 3) : "") + "\n";
    PurchaseImport read = CsvSamples.read(header + good + row + "\n" + good, options);
    assertThat(read.rowsRead()).isEqualTo(3);
    assertThat(read.rowsUsed(ReturnsPolicy.NET)).isEqualTo(2);
    assertThat(read.rejected()).hasSize(1);
    assertThat(read.rejected().get(0).line()).isEqualTo(3);
    return read.rejected().get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "NULL", "null", "NaN", "nan", "\\N", "\u00A0"})
  void read_noCustomer_rejected(String customer) {
    RejectedRow row = reject(HEADER, customer + ",2011-12-09,1");

    assertThat(row.column()).isEqualTo("Customer");
    assertThat(row.reason()).isEqualTo(Reason.of("csv.missing_customer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.12.11",
        "2011-13-01",
        "2011-02-29",
        "0000-01-01",
        "yesterday",
        "2011-12-09x",
        "2011-12-09 25:00",
        "2011-12-09 10:60",
        "2011-12-09T10",
        "2011-12-09 10:00+25:00",
        "20111309",
        "12345",
        "2011年13月1日",
        "1.2.3.4",
        "'2011-12-09",
        "=2011",
        "40886",
        "-"
      })
  void read_badDate_rejected(String date) {
    RejectedRow row = reject(HEADER, "7," + date + ",1");

    assertThat(row.column()).isEqualTo("Date");
    assertThat(row.value()).isEqualTo(date);
    assertThat(row.reason()).isEqualTo(Reason.of("csv.bad_date"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1.2.3",
        "12 34",
        "--1",
        "(1",
        "1)",
        "-1-",
        "'1",
        "=1",
        "1e",
        "e1",
        "1e999",
        "NaN",
        "Infinity",
        "0x10",
        "1.23.456",
        "- ",
        ".",
        "$",
        "٣",
        "1_000"
      })
  void read_badNumber_rejected(String number) {
    RejectedRow row = reject(HEADER, "7,2011-12-09," + number);

    assertThat(row.column()).isEqualTo("Amount");
    assertThat(row.reason()).isEqualTo(Reason.of("csv.bad_number"));
  }

  @Test
  void read_emptyDateOrAmount_rejected() {
    assertThat(reject(HEADER, "7,,1").reason()).isEqualTo(Reason.of("csv.missing_value"));
    assertThat(reject(HEADER, "7,2011-12-09, ").column()).isEqualTo("Amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000000000000.01", "99999999999999999999999999", "9e18", "-1e30"})
  void read_amountBeyondAllBounds_rejected(String amount) {
    assertThat(reject(HEADER, "7,2011-12-09," + amount).reason())
        .isEqualTo(Reason.of("csv.amount_too_large"));
  }

  @ParameterizedTest
  @CsvSource({"'7,2011-12-09',2", "'7,2011-12-09,1,2',4", "7,1", "' ',1"})
  void read_wrongNumberOfCells_rejected(String line, int cells) {
    RejectedRow row = reject(HEADER, line);

    assertThat(row.column()).isEmpty();
    assertThat(row.value()).isEqualTo(line);
    assertThat(row.reason())
        .isEqualTo(Reason.of("csv.field_count").with("found", cells).with("expected", 3));
  }

  @Test
  void read_severalProblems_customerFirstThenDateThenNumber() {
    assertThat(reject(HEADER, ",x,y").column()).isEqualTo("Customer");
    assertThat(reject(HEADER, "7,x,y").column()).isEqualTo("Date");
  }

  @Test
  void read_textAfterClosingQuote_thatLineAlone() {
    RejectedRow row = reject(HEADER, "\"7\"x,2011-12-09,1");

    assertThat(row.value()).isEqualTo("\"7\"x,2011-12-09,1");
    assertThat(row.reason()).isEqualTo(Reason.of("csv.text_after_quote"));
  }

  @Test
  void read_quoteNeverClosed_thatLineAlone() {
    assertThat(reject(HEADER, "\"7,2011-12-09,1").reason())
        .isEqualTo(Reason.of("csv.unclosed_quote"));
  }

  /** The quote is closed by the next one, far below: still only its own line is lost. */
  @Test
  void read_quoteClosedByAnotherRow_thatLineAlone() {
    String text =
        HEADER + "\"1,2011-12-09,1\n" + "2,2011-12-09,1\n".repeat(40_000) + "\"3\",2011-12-09,1\n";

    PurchaseImport read = CsvSamples.read(text);

    assertThat(read.rejected()).map(RejectedRow::line).containsExactly(2L);
    assertThat(read.rowsUsed(ReturnsPolicy.SALES)).isEqualTo(40_001);
    assertThat(read.log().customers()).isEqualTo(2);
  }

  /** More text than the longest row lies below the quote. */
  @Test
  void read_quoteUnclosedInALongFile_thatLineAlone() {
    String text =
        HEADER + "0,2011-12-09,1\n1,\"2011-12-09,1\n" + "2,2011-12-09,1\n".repeat(200_000);

    PurchaseImport read = CsvSamples.read(text);

    assertThat(read.rejected()).singleElement().satisfies(row -> {
      assertThat(row.line()).isEqualTo(3);
      assertThat(row.value()).isEqualTo("1,\"2011-12-09,1");
      assertThat(row.reason()).isEqualTo(Reason.of("csv.unclosed_quote"));
    });
    assertThat(read.rowsRead()).isEqualTo(200_002);
  }

  @Test
  void read_quoteWithinACell_isData() {
    PurchaseImport read = CsvSamples.read(HEADER + "5\" pipe,2011-12-09,1\n");

    assertThat(read.rejected()).isEmpty();
  }

  @Test
  void read_rowAfterCellWithLineBreaks_lineWhereItStarts() {
    PurchaseImport read =
        CsvSamples.read("Customer,Date,Amount,Note\n7,2011-12-09,1,\"a\r\nb\rc\nd\re\n\"\n,,,\n");

    assertThat(read.rejected())
        .singleElement()
        .satisfies(row -> assertThat(row.line()).isEqualTo(8));
  }

  @Test
  void read_undecodableBytes_rejectedWhereTheyMatter() {
    byte[] latin = (HEADER.replace("\n", ",Note\n") + "Müller,2011-12-09,1,x\n7,2011-12-09,1,für\n")
        .getBytes(StandardCharsets.ISO_8859_1);

    PurchaseImport read =
        PurchaseCsv.read(new java.io.ByteArrayInputStream(latin), CsvOptions.defaults());

    assertThat(read.rejected()).singleElement().satisfies(row -> {
      assertThat(row.reason()).isEqualTo(Reason.of("csv.undecodable"));
      assertThat(row.value()).isEqualTo("M\uFFFDller");
    });
    assertThat(read.rowsUsed(ReturnsPolicy.SALES)).isEqualTo(1);
  }

  @Test
  void read_overlongCustomer_rejectedAndCutForDisplay() {
    RejectedRow row = reject(HEADER, "客".repeat(79) + "𠮷".repeat(200) + ",2011-12-09,1");

    assertThat(row.reason()).isEqualTo(Reason.of("csv.overlong_value").with("limit", 255));
    assertThat(row.value()).isEqualTo("客".repeat(79) + "…");
    assertThat(row.value()).hasSizeLessThanOrEqualTo(RejectedRow.MAX_VALUE + 1);
  }

  @Test
  void read_badCurrencyOrRate_rejected() {
    CsvOptions euro = CsvOptions.builder().currency(Currency.getInstance("EUR")).build();
    String text = "Customer,Date,Amount,Currency\n7,2011-12-09,1,EUR\n7,2011-12-09,1,€\n"
        + "7,2011-12-09,1,USD\n7,2011-12-09,1,\n";

    PurchaseImport read = CsvSamples.read(text, euro);

    assertThat(read.rejected())
        .map(row -> row.line() + " " + row.column() + " " + row.value() + ": " + row.reason())
        .containsExactly(
            "3 Currency €: not a currency code",
            "4 Currency USD: no exchange rate from USD into EUR on 2011-12-09");
    assertThat(read.rowsUsed(ReturnsPolicy.SALES)).isEqualTo(2);
  }

  @Test
  void read_emptyLines_areNoRows() {
    PurchaseImport read = CsvSamples.read(HEADER + "\n\n7,2011-12-09,1\n\r\n,,\n");

    assertThat(read.rowsRead()).isEqualTo(2);
    assertThat(read.rejected()).map(RejectedRow::line).isEqualTo(List.of(6L));
  }
}
