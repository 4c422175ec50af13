package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Joins what the workers of a pass have made of the good rows: one log, one set of counts. */
final class LogGathering {

  private final Pass<LogSink> pass;
  private final CreditMatching matching;
  private final RowCounts counts = new RowCounts();
  private final List<NamedReturn> namedReturns = new ArrayList<>();

  LogGathering(Pass<LogSink> pass, CreditMatching matching) {
    this.pass = pass;
    this.matching = matching;
    for (LogSink sink : pass.sinks()) {
      counts.addAll(sink.counts());
      namedReturns.addAll(sink.namedReturns());
    }
  }

  RowCounts counts() {
    return counts;
  }

  /** Refuses what cannot become one log. */
  void requireOneLog(String file) {
    if (counts.currencies().size() > 1) {
      throw new UnreadableCsvException(Reason.of("csv.file_several_currencies")
          .withValue("file", file)
          .withValue("currencies", String.join(", ", counts.currencies())));
    }
    if (counts.isCeilingExceeded()) {
      throw new UnreadableCsvException(
          Reason.of("csv.file_amounts_too_large").withValue("file", file));
    }
  }

  PurchaseLog build(@Nullable Currency target, Executor executor, int tasks) {
    PurchaseLogBuilder builder = joined(target);
    addHeldBack(builder);
    if (counts.customerSuffix().isCommon()) {
      builder.renameCustomers(counts.customerSuffix().removal());
    }
    if (counts.invoiceSuffix().isCommon() || counts.reversalSuffix().isCommon()) {
      builder.renamePurchases(counts.invoiceSuffix().removal(), reversalRemoval());
    }
    return builder.build(executor, tasks);
  }

  private PurchaseLogBuilder joined(@Nullable Currency target) {
    PurchaseLogBuilder joined = null;
    for (LogSink sink : pass.sinks()) {
      PurchaseLogBuilder part = sink.findBuilder();
      if (part != null) {
        joined = joined == null ? part : joined.addAll(part);
      }
    }
    if (joined == null) {
      return PurchaseLogBuilder.of(target == null ? Reading.NO_CURRENCY : target);
    }
    return joined;
  }

  private void addHeldBack(PurchaseLogBuilder builder) {
    List<CreditNote> sought = new ArrayList<>();
    pass.sinks().forEach(sink -> sought.addAll(sink.sought()));
    matching.match(sought).forEach(part -> addReturn(builder, part));
    for (CreditNote sale : sought) {
      if (sale.invoice() == null) {
        String number = matching.isMatched(sale) ? number(sale) : null;
        addRow(builder, sale, sale.minorUnits(), PurchaseKind.SALE, number, null);
      }
    }
  }

  private void addReturn(PurchaseLogBuilder builder, CreditMatching.Part part) {
    CreditNote credit = part.credit();
    CreditNote sale = part.sale();
    if (sale == null) {
      addRow(builder, credit, part.minorUnits(), PurchaseKind.RETURN, credit.invoice(), null);
      return;
    }
    addRow(builder, credit, part.minorUnits(), PurchaseKind.RETURN, number(credit), number(sale));
    namedReturns.add(new NamedReturn(
        credit.position(),
        credit.goods().customer(),
        number(credit),
        number(sale),
        credit.epochDay()));
  }

  private static void addRow(
      PurchaseLogBuilder builder,
      CreditNote row,
      long minorUnits,
      PurchaseKind kind,
      @Nullable String number,
      @Nullable String reversed) {
    char[] customer = row.goods().customer().toCharArray();
    builder.addRow(
        customer,
        0,
        customer.length,
        row.epochDay(),
        minorUnits,
        kind,
        number,
        reversed,
        row.items());
  }

  /** The row's own number, or one made from its line: what is matched must be named. */
  private String number(CreditNote row) {
    String invoice = row.invoice();
    return invoice == null ? "line " + pass.lines().line(row.position()) : invoice;
  }

  /** Matched returns name what they take back as its own column spells it. */
  private UnaryOperator<String> reversalRemoval() {
    return matching.isEmpty()
        ? counts.reversalSuffix().removal()
        : counts.invoiceSuffix().removal();
  }

  /** Lines of the returns that take back a known purchase of the log, each once. */
  Set<Long> matchedLines(PurchaseLog log) {
    ReturnsCheck check = new ReturnsCheck(
        log,
        counts.customerSuffix().removal(),
        counts.invoiceSuffix().removal(),
        reversalRemoval());
    Set<Long> lines = new HashSet<>();
    check.matching(namedReturns).forEach(named -> lines.add(pass.lines().line(named.position())));
    return lines;
  }
}
