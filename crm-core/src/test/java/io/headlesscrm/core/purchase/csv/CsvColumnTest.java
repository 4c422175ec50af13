package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvColumnTest {

  @ParameterizedTest
  @CsvSource({
    "customer_id, CUSTOMER",
    "Customer ID, CUSTOMER",
    "InvoiceDate, DATE",
    "日期, DATE",
    "StockCode, ITEM",
    "unit price, UNIT_PRICE"
  })
  void findByName_usualName_itsMeaning(String name, CsvColumn column) {
    assertThat(CsvColumn.findByName(name)).contains(column);
  }

  @Test
  void findByName_anotherName_empty() {
    assertThat(CsvColumn.findByName("nappies")).isEmpty();
    assertThat(CsvColumn.findByName("")).isEmpty();
  }
}
