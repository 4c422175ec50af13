package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMappingTest {

  private static ColumnMapping map(String header, CsvOptions options) {
    return ColumnMapping.of(List.of(header.split(",", -1)), options, "orders.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer_id,date,amount",
        "CustomerID,InvoiceDate,Amount",
        "CUSTOMER NO,Order_Date,Sales",
        "client,order-date,REVENUE",
        " Customer_ID , DATE ,Total",
        "\uFEFFcustomer_id,date,amount",
        "客户编号,日期,金额",
        "客户,订单日期,销售额",
        "Customer,timestamp,line total"
      })
  void of_usualNames_recognised(String header) {
    ColumnMapping mapping = map(header, CsvOptions.defaults());

    assertThat(mapping.problem()).isNull();
    assertThat(mapping.slots())
        .containsExactly(CsvColumn.CUSTOMER.slot(), CsvColumn.DATE.slot(), CsvColumn.AMOUNT.slot());
  }

  @ParameterizedTest
  @CsvSource({
    "qty, QUANTITY",
    "数量, QUANTITY",
    "Unit Price, UNIT_PRICE",
    "price, UNIT_PRICE",
    "单价, UNIT_PRICE",
    "InvoiceNo, INVOICE",
    "order_id, INVOICE",
    "订单号, INVOICE",
    "StockCode, ITEM",
    "sku, ITEM",
    "service, ITEM",
    "商品, ITEM",
    "Channel, CHANNEL",
    "渠道, CHANNEL",
    "currency, CURRENCY",
    "币种, CURRENCY",
    "reversal_of, REVERSAL_OF",
    "cost, COST"
  })
  void of_furtherColumns_recognised(String name, CsvColumn column) {
    ColumnMapping mapping = map("customer_id,date,amount,other," + name, CsvOptions.defaults());

    assertThat(mapping.name(column)).isEqualTo(name);
    assertThat(mapping.slots()[3]).isEqualTo(Cells.UNUSED);
  }

  @Test
  void of_numberAndName_numberWins() {
    ColumnMapping mapping =
        map("customer,customer_id,date,amount,order_id,invoice_no", CsvOptions.defaults());

    assertThat(mapping.problem()).isNull();
    assertThat(mapping.name(CsvColumn.CUSTOMER)).isEqualTo("customer_id");
    assertThat(mapping.name(CsvColumn.INVOICE)).isEqualTo("invoice_no");
  }

  @Test
  void of_severalItems_leftOne() {
    ColumnMapping mapping = map("customer_id,date,amount,product_id,sku", CsvOptions.defaults());

    assertThat(mapping.problem()).isNull();
    assertThat(mapping.name(CsvColumn.ITEM)).isEqualTo("product_id");
  }

  @Test
  void of_namesGiven_winOverTheUsualOnes() {
    CsvOptions options = CsvOptions.builder()
        .column(CsvColumn.CUSTOMER, "who")
        .column(CsvColumn.DATE, "SHIP date")
        .ignore(CsvColumn.INVOICE)
        .build();

    ColumnMapping mapping = map("customer_id,who,date,ship_date,amount,invoice", options);

    assertThat(mapping.problem()).isNull();
    assertThat(mapping.name(CsvColumn.CUSTOMER)).isEqualTo("who");
    assertThat(mapping.name(CsvColumn.DATE)).isEqualTo("ship_date");
    assertThat(mapping.has(CsvColumn.INVOICE)).isFalse();
  }

  @Test
  void of_quantityAndPriceNamed_amountNotTaken() {
    CsvOptions options = CsvOptions.builder()
        .column(CsvColumn.QUANTITY, "n")
        .column(CsvColumn.UNIT_PRICE, "each")
        .build();

    assertThat(map("customer_id,date,n,each,amount", options).has(CsvColumn.AMOUNT))
        .isFalse();
    assertThat(
            map("customer_id,date,qty,price,amount", CsvOptions.defaults()).has(CsvColumn.AMOUNT))
        .isTrue();
  }
}
