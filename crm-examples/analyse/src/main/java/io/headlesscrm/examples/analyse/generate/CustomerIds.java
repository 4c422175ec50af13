package io.headlesscrm.examples.analyse.generate;

/** How the company numbers its customers: {@code C0000001} is the first. */
final class CustomerIds {
  private CustomerIds() {}

  static CsvBytes write(CsvBytes csv, int customer) {
    return csv.text("C").padded(customer + 1L, 7);
  }
}
