package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableFilesTest {

  @TempDir
  private Path folder;

  private void assertRefused(byte[] bytes, String key, String... words) {
    Path file = CsvSamples.file(folder, bytes);
    assertRefused(file, key, words);
    assertThatThrownBy(() -> PurchaseCsv.describe(file, CsvOptions.defaults()))
        .isInstanceOf(UnreadableCsvException.class);
  }

  /** Refused for its rows, which a look at its beginning does not show. */
  private void assertRefusedForRows(String text, String key, String... words) {
    Path file = CsvSamples.file(folder, text);
    assertRefused(file, key, words);
    assertThat(PurchaseCsv.describe(file, CsvOptions.defaults()).rows()).isNotEmpty();
  }

  private static void assertRefused(Path file, String key, String... words) {
    assertThatThrownBy(() -> PurchaseCsv.read(file))
        .isInstanceOfSatisfying(UnreadableCsvException.class, e -> {
          assertThat(e.reason().key()).isEqualTo(key);
          assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("Maybe ");
          assertThat(words).allMatch(word -> e.getMessage().contains(word));
          assertThat(e.reason().text(Locale.CHINESE)).contains("也许").doesNotContain("{");
        });
  }

  private void assertRefused(String text, String key, String... words) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), key, words);
  }

  @Test
  void read_missingColumns_namesThemAndWhatIsThere() {
    assertRefused(
        "id,when,amount\n1,2,3\n",
        "csv.file_missing_columns",
        "customer, date",
        "\"id\", \"when\", \"amount\"");
    assertRefused(
        "customer_id,date,quantity\n1,2,3\n",
        "csv.file_missing_columns",
        "amount (or quantity with unit_price)");
  }

  @Test
  void read_ambiguousColumns_namesThem() {
    assertRefused(
        "customer_id,order_date,invoice_date,amount\n",
        "csv.file_ambiguous_column",
        "\"order_date\", \"invoice_date\"");
    assertRefused("customer_id,date,amount,amount\n", "csv.file_ambiguous_column");
  }

  @Test
  void read_emptyFile_saysSo() {
    assertRefused("", "csv.file_empty");
    assertRefused(" \n\r\n\t", "csv.file_empty");
  }

  @Test
  void read_binary_saysSo() {
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    noise[100] = 0;
    assertRefused(noise, "csv.file_binary");
    assertRefused(
        "customer_id,date,amount\n".getBytes(StandardCharsets.UTF_16LE),
        "csv.file_binary",
        "UTF-16");
  }

  @Test
  void read_workbook_saysSo() {
    assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, "csv.file_workbook", "CSV");
  }

  @Test
  void read_prose_namesWhatItTookForColumns() {
    assertRefused("Dear all,\nplease find attached\n", "csv.file_missing_columns", "\"Dear all\"");
    assertRefused("\"customer_id", "csv.file_missing_columns");
    assertRefused("customer_id,date,amount,\"note\"s\n", "csv.file_missing_columns");
    assertRefused("customer_id,date,amount,\"note\n1,2011-12-09,1,x\n", "csv.file_header");
  }

  @Test
  void read_headerInAnotherEncoding_saysSo() throws Exception {
    assertRefused("客户编号,日期,金额\n".getBytes("GB18030"), "csv.file_undecodable", "GB18030");
  }

  @Test
  void read_datesThatNothingDecides_refused() {
    assertRefusedForRows(
        "customer_id,date,amount\n1,3/4/2011,1\n1,5/5/2011,1\n",
        "csv.file_ambiguous_dates",
        "\"date\"");
    assertRefusedForRows(
        "customer_id,date,amount\n1,13/4/2011,1\n1,4/13/2011,1\n", "csv.file_ambiguous_dates");
  }

  @Test
  void read_severalCurrenciesWithoutTarget_refusedInAnyOrder() {
    String header = "customer_id,date,amount,currency\n";
    assertRefusedForRows(
        header + "1,2011-12-09,1,USD\n1,2011-12-09,1,EUR\n",
        "csv.file_several_currencies",
        "EUR, USD");
    assertRefusedForRows(
        header + "1,2011-12-09,1,EUR\n1,2011-12-09,1,USD\n",
        "csv.file_several_currencies",
        "EUR, USD");
  }

  @Test
  void read_sumOfAmountsOverflows_refused() {
    assertRefusedForRows(
        "customer_id,date,amount\n" + "1,2011-12-09,9999999999999.99\n".repeat(10_000),
        "csv.file_amounts_too_large");
  }

  @ParameterizedTest
  @CsvSource({"CUSTOMER,who", "INVOICE,bill"})
  void read_namedColumnNotThere_saysSo(CsvColumn column, String name) {
    CsvOptions options = CsvOptions.builder().column(column, name).build();

    assertThatThrownBy(() -> CsvSamples.read("customer_id,date,amount\n", options))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("no column \"" + name + "\" among \"customer_id\", \"date\"");
  }

  @Test
  void options_delimiterIsQuoteOrLineBreak_refused() {
    CsvOptions.Builder options = CsvOptions.builder();

    assertThatThrownBy(() -> CsvOptions.builder().delimiter('"').build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.delimiter('\n')).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.decimalMark(';'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a dot or a comma");
  }
}
