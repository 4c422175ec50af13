package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.purchase.Samples.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PurchaseNumbersTest {

  private static final LocalDate FAR = LocalDate.of(2028, 1, 1);

  @Provide
  Arbitrary<List<Row>> rows() {
    return Samples.rows();
  }

  @Property
  void rename_suffixTakenOff_equalsBuildingWithoutIt(@ForAll("rows") List<Row> rows) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Samples.EUR);
    rows.forEach(row -> suffixed(row).addTo(builder));

    UnaryOperator<String> cut = id -> id.substring(0, id.length() - 2);
    PurchaseLog log = builder.renameCustomers(cut).renamePurchases(cut, cut).build();

    assertThat(log).isEqualTo(Samples.log(rows));
  }

  private static Row suffixed(Row row) {
    return new Row(
        row.customer() + ".0",
        row.day(),
        row.amount(),
        row.kind(),
        row.purchase() == null ? null : row.purchase() + ".0",
        row.reversal() == null ? null : row.reversal() + ".0",
        row.items());
  }

  @Test
  void renameCustomers_twoGetOneName_oneCustomer() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Samples.EUR);
    sale("a", 1, null).addTo(builder);
    sale("A", 2, null).addTo(builder);

    PurchaseLog log = builder.renameCustomers(id -> "a").build();

    assertThat(log).isEqualTo(Samples.log(List.of(sale("a", 1, null), sale("a", 2, null))));
    assertThatThrownBy(() -> builder.renameCustomers(id -> " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"a\"");
  }

  @Test
  void renamePurchases_numberAndReversalSpelledDifferently_returnMatches() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Samples.EUR);
    sale("a", 1, "7").addTo(builder);
    credit("a", 2, "8", "7.0").addTo(builder);

    PurchaseLog log = builder
        .renamePurchases(UnaryOperator.identity(), id -> id.replace(".0", ""))
        .build();

    assertThat(log.asOf(FAR, ReturnsPolicy.MATCHED).spendMinor(0)).isEqualTo(60);
  }

  @Test
  void addRow_returnWithoutNumber_takesBackThePurchaseItNames() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Samples.EUR);
    sale("a", 1, "7").addTo(builder);
    builder.addRow(new char[] {'a'}, 0, 1, epochDay(2), -40, PurchaseKind.RETURN, null, "7");

    assertThat(builder.build().asOf(FAR, ReturnsPolicy.MATCHED).spendMinor(0)).isEqualTo(60);
  }

  @Test
  void matched_returnThatNamesNothing_leavesSalesWithoutNumberAlone() {
    PurchaseLog log = Samples.log(List.of(
        sale("a", 1, null),
        sale("a", 1, "7"),
        credit("a", 2, "8", "7"),
        new Row("a", 3, -30, PurchaseKind.RETURN, "9", null)));

    assertThat(log.asOf(FAR, ReturnsPolicy.MATCHED).spendMinor(0)).isEqualTo(160);
  }

  @Test
  void findSaleDay_numberOfASale_itsEarliestDay() {
    PurchaseLog log =
        Samples.log(List.of(sale("a", 5, "7"), sale("a", 3, "7"), credit("a", 6, "8", "7")));
    CustomerId customer = CustomerId.of("a");

    assertThat(log.findSaleDay(customer, PurchaseId.of("7"))).hasValue(Samples.DAY_0.plusDays(3));
    assertThat(log.findSaleDay(customer, PurchaseId.of("8"))).isEmpty();
    assertThat(log.findSaleDay(customer, PurchaseId.of("9"))).isEmpty();
    assertThat(log.findSaleDay(CustomerId.of("b"), PurchaseId.of("7"))).isEmpty();
  }

  private static Row sale(String customer, int day, String number) {
    return new Row(customer, day, 100, PurchaseKind.SALE, number, null);
  }

  private static Row credit(String customer, int day, String number, String reversal) {
    return new Row(customer, day, -40, PurchaseKind.RETURN, number, reversal);
  }

  private static int epochDay(int day) {
    return (int) Samples.DAY_0.toEpochDay() + day;
  }
}
