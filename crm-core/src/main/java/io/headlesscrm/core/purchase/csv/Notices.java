package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;
import java.util.ArrayList;
import java.util.List;

/** What the reader of the figures should know about the file. */
final class Notices {

  private final Reading reading;
  private final Evidence evidence;
  private final RowCounts counts;
  private final List<Reason> notices = new ArrayList<>();

  private Notices(Reading reading, Evidence evidence, RowCounts counts) {
    this.reading = reading;
    this.evidence = evidence;
    this.counts = counts;
  }

  static List<Reason> of(Reading reading, Evidence evidence, RowCounts counts) {
    Notices all = new Notices(reading, evidence, counts);
    all.addSuffix(counts.customerSuffix(), CsvColumn.CUSTOMER);
    all.addSuffix(counts.invoiceSuffix(), CsvColumn.INVOICE);
    all.addSuffix(counts.reversalSuffix(), CsvColumn.REVERSAL_OF);
    all.addDecisions();
    all.addCount("csv.notice_rounded", counts.rounded());
    all.addCount("csv.notice_converted", counts.converted());
    all.addCancelled();
    return all.notices;
  }

  private void addSuffix(ZeroSuffix suffix, CsvColumn column) {
    if (suffix.isCommon()) {
      notices.add(Reason.of("csv.notice_zero_suffix")
          .withValue("column", reading.columns().name(column)));
    }
  }

  private void addDecisions() {
    if (reading.options().dateOrder() == null && evidence.needsDateOrder()) {
      notices.add(
          Reason.of(reading.isDayFirst() ? "csv.notice_day_first" : "csv.notice_month_first")
              .withValue("column", reading.columns().name(CsvColumn.DATE))
              .with("rows", evidence.decidingDates()));
    }
    if (reading.options().decimalMark() == null) {
      addCount("csv.notice_decimal_dot", evidence.undecidedNumbers());
    }
  }

  private void addCount(String key, long rows) {
    if (rows > 0) {
      notices.add(Reason.of(key).with("rows", rows));
    }
  }

  /** An ordinary numbering that starts with the prefix makes every row a return: better said than wondered at. */
  private void addCancelled() {
    if (counts.cancelled() > 0 && counts.cancelled() == counts.rows()) {
      addCount("csv.notice_all_cancelled", counts.rows());
    }
  }
}
