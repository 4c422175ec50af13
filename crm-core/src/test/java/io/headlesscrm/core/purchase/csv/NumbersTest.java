package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  private static BigDecimal parse(String text, char mark) {
    NumberParser parser = new NumberParser(mark, new Evidence());
    assertThat(parser.parse(("12" + text + "34").toCharArray(), 2, text.length()))
        .as(text)
        .isTrue();
    assertThat(parser.signum()).isEqualTo(parser.toDecimal().signum());
    return parser.toDecimal();
  }

  @ParameterizedTest
  @CsvSource({
    "12.50, 12.50",
    "-12.5, -12.5",
    "+12.50, 12.50",
    "12, 12",
    "12., 12",
    ".5, .5",
    "0.125, .125",
    "'1,234.50', 1234.50",
    "'1.234,50', 1234.50",
    "'12,5', 12.5",
    "'12,50', 12.50",
    "'0,125', .125",
    "'1234,567', 1234.567",
    "'1,234,567', 1234567",
    "1.234.567, 1234567",
    "'1 234 567,8', 1234567.8",
    "1\u00A0234.5, 1234.5",
    "1'234.50, 1234.50",
    "1’234, 1234",
    "(12.50), -12.50",
    "12.50-, -12.50",
    "\u221212.50, -12.50",
    "$12.50, 12.50",
    "-$12.50, -12.50",
    "$ -12.50, -12.50",
    "'12,50 €', 12.50",
    "¥1234, 1234",
    "￥-5, -5",
    "12.5元, 12.5",
    "($12.50), -12.50",
    "1e3, 1000",
    "1.5E-2, .015",
    "1234567890123456789012.5, 1234567890123456789012.5"
  })
  void parse_forms_withDot(String text, BigDecimal value) {
    assertThat(parse(text, '.')).isEqualByComparingTo(value);
  }

  @Test
  void parse_oneMarkAndThreeDigits_byTheMarkOfTheFile() {
    assertThat(parse("1,234", '.')).isEqualByComparingTo("1234");
    assertThat(parse("1,234", ',')).isEqualByComparingTo("1.234");
    assertThat(parse("1.234", '.')).isEqualByComparingTo("1.234");
    assertThat(parse("1.234", ',')).isEqualByComparingTo("1234");
  }

  @Property
  void parse_anyPlainNumber_asTheJdkReads(
      @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L)
          long unscaled,
      @ForAll @IntRange(max = 18) int scale) {
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);

    assertThat(parse(value.toPlainString(), '.')).isEqualByComparingTo(value);
  }

  /** The second route: the exact product of the JDK, rounded once. */
  @Property
  void product_anyNumbers_roundedHalfUpOnce(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long quantity,
      @ForAll @IntRange(max = 12) int quantityScale,
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long price,
      @ForAll @IntRange(max = 18) int priceScale,
      @ForAll @IntRange(max = 4) int digits) {
    BigDecimal q = BigDecimal.valueOf(quantity, quantityScale);
    BigDecimal p = BigDecimal.valueOf(price, priceScale);
    BigDecimal exact = q.multiply(p).movePointRight(digits);
    BigDecimal rounded = exact.setScale(0, RoundingMode.HALF_UP);

    LineMoney money = new LineMoney();
    boolean fits = money.setProduct(number(q), number(p), digits);

    assertThat(fits).isEqualTo(rounded.abs().compareTo(BigDecimal.valueOf(LineMoney.LIMIT)) <= 0);
    if (fits) {
      assertThat(money.minorUnits()).isEqualTo(rounded.longValueExact());
      assertThat(money.isRounded()).isEqualTo(exact.compareTo(rounded) != 0);
    }
  }

  private static NumberParser number(BigDecimal value) {
    NumberParser parser = new NumberParser('.', new Evidence());
    String text = value.toPlainString();
    assertThat(parser.parse(text.toCharArray(), 0, text.length())).isTrue();
    return parser;
  }

  @Test
  void read_decimalCommaSomewhere_decidesForAll() {
    String rows = "1;2011-12-09;1,234\n".repeat(3) + "1;2011-12-09;5\n";

    PurchaseImport undecided = CsvSamples.read("customer_id;date;amount\n" + rows);
    PurchaseImport decided =
        CsvSamples.read("customer_id;date;amount\n" + rows + "1;2011-12-09;12,5\n");
    PurchaseImport told = CsvSamples.read(
        "customer_id;date;amount\n" + rows,
        CsvOptions.builder().decimalMark(',').build());

    assertThat(total(undecided)).isEqualTo(370_700);
    assertThat(undecided.notices())
        .map(Object::toString)
        .containsExactly(
            "3 numbers were read with a dot for decimals and commas between thousands, because no number of"
                + " the file says otherwise.");
    assertThat(total(decided)).isEqualTo(3 * 123 + 500 + 1250);
    assertThat(total(told)).isEqualTo(3 * 123 + 500);
  }

  @Test
  void read_whatIsNoNumber_decidesNothing() {
    PurchaseImport read = CsvSamples.read(
        "customer_id;date;amount\n1;2011-12-09;1.234\n1;2011-12-09;1.2.3\n1;2011-12-09;1,2,3\n1;2011-12-09;7,x\n");

    assertThat(read.rejected()).hasSize(3);
    assertThat(total(read)).isEqualTo(123);
  }

  @Test
  void read_halfCents_roundedAwayFromZeroAndCounted() {
    PurchaseImport read = CsvSamples.read(
        "customer_id,date,qty,unit price\n1,2011-12-09,1,.005\n1,2011-12-09,-1,.005\n1,2011-12-09,3,.001\n");

    assertThat(total(read)).isEqualTo(1);
    assertThat(read.log().totals(ReturnsPolicy.NET).total().minorUnits()).isZero();
    assertThat(read.notices())
        .map(Object::toString)
        .containsExactly("3 rows were rounded to whole minor units.");
  }

  @Test
  void read_currencyWithOtherDecimals_itsMinorUnits() {
    for (String code : List.of("JPY", "EUR", "KWD")) {
      Currency currency = Currency.getInstance(code);
      PurchaseImport read = CsvSamples.read(
          "customer_id,date,amount\n1,2011-12-09,12\n",
          CsvOptions.builder().currency(currency).build());

      assertThat(read.log().totals(ReturnsPolicy.SALES).total())
          .isEqualTo(Money.of(new BigDecimal("12"), currency));
    }
  }

  private static long total(PurchaseImport read) {
    return read.log().totals(ReturnsPolicy.SALES).total().minorUnits();
  }
}
