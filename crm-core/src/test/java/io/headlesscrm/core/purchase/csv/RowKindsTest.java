package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.ScopeTotals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales, free deliveries, returns; what returns take back; ids and currencies of whole columns. */
class RowKindsTest {

  private static final LocalDate FAR = LocalDate.of(2020, 1, 1);

  @TempDir
  private Path folder;

  private List<CsvRow> rows(String text, CsvOptions options) {
    List<CsvRow> rows = new ArrayList<>();
    PurchaseCsv.read(CsvSamples.file(folder, text), options).forEachRow(rows::add);
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 3, SALE",
    "1, 2, 0, FREE_OF_CHARGE",
    "1, -2, 3, RETURN",
    "1, -2, 0, RETURN",
    "1, 2, -3, RETURN",
    "1, 0, 3, RETURN",
    "C1, 2, 3, RETURN",
    "c1, 2, 0, RETURN",
    "C, 2, 3, SALE",
    "CX1, 2, 3, SALE"
  })
  void read_signsAndNumber_kind(String invoice, String quantity, String price, PurchaseKind kind) {
    String text = "customer_id,date,invoice,qty,price\n7,2011-12-09,%s,%s,%s\n"
        .formatted(invoice, quantity, price);

    assertThat(rows(text, CsvOptions.defaults())).map(CsvRow::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource({"0, SALE", "-0.01, RETURN", "-0.001, RETURN", "5, SALE"})
  void read_amountAlone_kind(String amount, PurchaseKind kind) {
    String text = "customer_id,date,amount\n7,2011-12-09,%s\n".formatted(amount);

    assertThat(rows(text, CsvOptions.defaults())).map(CsvRow::kind).containsExactly(kind);
  }

  /** Units where the file has quantities, else rows; rows of one invoice are one purchase. */
  @ParameterizedTest
  @CsvSource({"'qty,price', '3,1', '0.5,1', 4", "'amount,note', '3,x', '1,y', 2"})
  void read_rowsOfAnInvoice_items(String header, String one, String other, int items) {
    String text = "customer_id,date,invoice,%s\n7,2011-12-09,A,%s\n7,2011-12-09,A,%s\n"
        .formatted(header, one, other);
    CustomerBase base = CsvSamples.read(text).log().asOf(FAR);

    assertThat(base.findPurchaseDays(0).orElseThrow().items(0)).isEqualTo(items);
  }

  @Test
  void read_quantitiesWithoutInvoice_items() {
    CustomerBase base = CsvSamples.read("customer_id,date,qty,price\n"
            + "7,2011-12-08,1,2\n7,2011-12-09,12,2\n7,2011-12-09,5,2\n7,2011-12-10,-5,2\n")
        .log()
        .asOf(FAR);

    assertThat(base.findPurchaseDays(0).orElseThrow().items(0)).isEqualTo(1);
    assertThat(base.findPurchaseDays(0).orElseThrow().items(1)).isEqualTo(17);
    assertThat(base.findPurchaseDays(0).orElseThrow().returns()).isEqualTo(1);
  }

  @Test
  void read_cancellationPrefix_optional() {
    String text = "customer_id,date,amount,invoice\n7,2011-12-09,1,C1\n7,2011-12-09,1,ST-9\n";

    PurchaseImport byDefault = CsvSamples.read(text);
    CsvOptions other = CsvOptions.builder().cancellationPrefix("st-").build();
    CsvOptions none = CsvOptions.builder().cancellationPrefix("").build();

    assertThat(lines(byDefault, ReturnsPolicy.SALES)).containsExactly(2L);
    assertThat(lines(CsvSamples.read(text, other), ReturnsPolicy.SALES)).containsExactly(3L);
    assertThat(lines(CsvSamples.read(text, none), ReturnsPolicy.SALES)).isEmpty();
  }

  @Test
  void read_everyInvoiceLooksCancelled_noticeSaysSo() {
    PurchaseImport read = CsvSamples.read(
        "customer_id,date,amount,order_id\n7,2011-12-09,1,C0001\n7,2011-12-09,1,C0002\n");

    assertThat(read.notices())
        .map(notice -> notice.key())
        .containsExactly("csv.notice_all_cancelled");
  }

  @Test
  void read_linesOfOneInvoice_onePurchaseAtItsEarliestDay() {
    PurchaseImport read = CsvSamples.read(
        "customer_id,date,amount,invoice\n"
            + "7,2011-12-09 00:01,1,A\n7,2011-12-08 23:59,2,A\n7,2011-12-09,4,\n7,2011-12-09,4,\n8,2011-12-09,1,A\n");

    assertThat(read.log().totals(ReturnsPolicy.SALES))
        .isEqualTo(new ScopeTotals(2, 4, Money.of("12.00", "XXX")));
    CustomerBase base = read.log().asOf(LocalDate.of(2011, 12, 9));
    assertThat(base.spend(0)).isEqualTo(Money.of("3.00", "XXX"));
  }

  @Test
  void read_zone_decidesTheDayOfTimestampsWithOffset() {
    CsvOptions shanghai = CsvOptions.builder().zone(ZoneId.of("Asia/Shanghai")).build();
    String text = "customer_id,date,amount\n7,2011-12-08T16:30Z,1\n7,2011-12-08 16:30,1\n";

    assertThat(rows(text, shanghai))
        .map(CsvRow::day)
        .containsExactly(LocalDate.of(2011, 12, 9), LocalDate.of(2011, 12, 8));
  }

  @Test
  void read_allIdsEndInPointZero_takenOffInEachColumn() {
    String text = "customer_id,date,amount,invoice,reversal_of\n"
        + "7.0,2011-12-01,10,1,\n7.0,2011-12-02,-4,2,1.0\n";

    PurchaseImport read = CsvSamples.read(text);

    assertThat(read.log().asOf(FAR).findRow(CustomerId.of("7"))).isPresent();
    assertThat(read.log().asOf(FAR, ReturnsPolicy.MATCHED).spendMinor(0)).isEqualTo(600);
    assertThat(lines(read, ReturnsPolicy.MATCHED)).isEmpty();
    assertThat(read.notices())
        .map(Object::toString)
        .containsExactly(
            "Every id in \"customer_id\" ended in .0, which was taken off.",
            "Every id in \"reversal_of\" ended in .0, which was taken off.");
  }

  @Test
  void read_oneIdWithoutPointZero_allStay() {
    PurchaseImport read = CsvSamples.read(
        "customer_id,date,amount\n7.0,2011-12-01,10\n,2011-12-01,1\n8,2011-12-01,10\n7,x,1\n");

    assertThat(read.log().asOf(FAR).findRow(CustomerId.of("7.0"))).isPresent();
    assertThat(read.notices()).isEmpty();
  }

  @Test
  void read_reversalColumn_returnsMatchTheNamedPurchase() {
    PurchaseImport read = CsvSamples.read("customer_id,date,amount,invoice,reversal_of\n"
        + "7,2011-12-01,10,1,\n"
        + "7,2011-12-05,-4,2,1\n" // matches
        + "7,2011-12-05,-1,3,99\n" // no such purchase
        + "8,2011-12-05,-1,4,1\n" // another customer's
        + "7,2011-11-05,-1,5,1\n" // before the purchase
        + "7,2011-12-06,-2,,1\n"); // without a number of its own

    assertThat(lines(read, ReturnsPolicy.MATCHED)).containsExactly(4L, 5L, 6L);
    assertThat(read.rowsUsed(ReturnsPolicy.MATCHED)).isEqualTo(3);
    assertThat(read.log().totals(ReturnsPolicy.MATCHED).total()).isEqualTo(Money.of("4.00", "XXX"));
    assertThat(read.setAside(ReturnsPolicy.MATCHED).get(0).reason().key())
        .isEqualTo("csv.set_aside_unmatched");
  }

  @Test
  void match_lastBoughtFirstReturned_splitOverSales() {
    String text = "customer_id,date,invoice,sku,qty,price\n"
        + "7,2011-12-01,1,A,5,2.00\n"
        + "7,2011-12-02,2,A,2,2.00\n"
        + "7,2011-12-02,3,A,9,1.00\n" // another price
        + "7,2011-12-02,4,B,9,2.00\n" // another item
        + "8,2011-12-02,5,A,9,2.00\n" // another customer
        + "7,2011-12-03,6,A,-4,2.00\n" // 2 of invoice 2, 2 of invoice 1
        + "7,2011-12-04,7,A,-9,2.00\n" // 3 of invoice 1, 6 of none
        + "7,2011-12-05,8,A,1,2.00\n"
        + "7,2011-12-01,9,C,-1,2.00\n"; // never bought
    PurchaseImport read = PurchaseCsv.read(
        CsvSamples.file(folder, text),
        CsvOptions.builder().matchCreditNotes(true).build());

    CustomerBase base = read.log().asOf(FAR, ReturnsPolicy.MATCHED);
    assertThat(base.spend(0)).isEqualTo(Money.of("29.00", "XXX"));
    assertThat(base.purchases(0)).as("nothing is left of invoices 1 and 2").isEqualTo(3);
    assertThat(lines(read, ReturnsPolicy.MATCHED)).containsExactly(10L);
    // 43 and 18 were bought, 8, 18 and 2 given back
    assertThat(read.log().totals(ReturnsPolicy.NET).total()).isEqualTo(Money.of("33.00", "XXX"));
  }

  @Test
  void match_noInvoiceNumbersAndNoQuantity_matchedByAmount() {
    String text = "customer_id,date,item,amount\n"
        + "7,2011-12-01 10:00,A,10\n7,2011-12-01 12:00,A,5\n7,2011-12-01 11:00,A,-12\n7,2011-12-03,A,0\n";
    PurchaseImport read = PurchaseCsv.read(
        CsvSamples.file(folder, text),
        CsvOptions.builder().matchCreditNotes(true).build());

    assertThat(read.log().asOf(FAR, ReturnsPolicy.MATCHED).spend(0))
        .as("the sale of noon comes after the return")
        .isEqualTo(Money.of("5.00", "XXX"));
    assertThat(read.log().totals(ReturnsPolicy.NET))
        .isEqualTo(new ScopeTotals(1, 5, Money.of("3.00", "XXX")));
    assertThat(read.rowsUsed(ReturnsPolicy.MATCHED)).isEqualTo(4);
  }

  @Test
  void match_streamOrNoItem_refused() {
    CsvOptions match = CsvOptions.builder().matchCreditNotes(true).build();

    assertThatThrownBy(() -> CsvSamples.read("customer_id,date,amount,item\n", match))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("read only once");
    assertThatThrownBy(() -> CsvSamples.read("customer_id,date,amount\n", match))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("no column for the item");
  }

  @Test
  void read_currencyColumn_convertedAtTheRateOfTheDay() {
    ExchangeRates rates = ExchangeRates.into(Currency.getInstance("EUR"))
        .rate(Currency.getInstance("USD"), LocalDate.of(2011, 12, 1), new BigDecimal("0.75"))
        .rate(Currency.getInstance("JPY"), LocalDate.of(2011, 12, 1), new BigDecimal("0.01"))
        .build();
    PurchaseImport read = CsvSamples.read(
        "customer_id,date,amount,currency\n"
            + "7,2011-12-01,10.50,eur\n7,2011-12-02,10.00,USD\n7,2011-12-02,1000,JPY\n7,2011-11-30,1,USD\n",
        CsvOptions.builder().exchangeRates(rates).build());

    assertThat(read.log().totals(ReturnsPolicy.SALES).total()).isEqualTo(Money.of("28.00", "EUR"));
    assertThat(read.rejected()).singleElement().satisfies(row -> {
      assertThat(row.line()).isEqualTo(5);
      assertThat(row.reason().key()).isEqualTo("csv.no_rate");
    });
    assertThat(read.notices()).map(notice -> notice.key()).containsExactly("csv.notice_converted");
  }

  @Test
  void read_oneCurrencyInTheColumn_isThatOfTheLog() {
    String text = "customer_id,date,amount,currency\n7,2011-12-01,10,JPY\n7,2011-12-01,5,JPY\n";

    assertThat(CsvSamples.read(text).log().totals(ReturnsPolicy.SALES).total())
        .isEqualTo(Money.of("15", "JPY"));
    assertThat(CsvSamples.read(text.replace("JPY", "")).rejected()).hasSize(2);
  }

  private static List<Long> lines(PurchaseImport read, ReturnsPolicy policy) {
    return read.setAside(policy).stream().map(SetAsideRow::line).toList();
  }
}
