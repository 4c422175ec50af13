package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import io.headlesscrm.core.purchase.csv.RejectedRow;
import io.headlesscrm.core.purchase.csv.SetAsideRow;
import io.headlesscrm.examples.analyse.report.RowCounts;
import io.headlesscrm.examples.analyse.report.RowExample;
import io.headlesscrm.examples.analyse.report.RowReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What became of the rows of the file: counted by reason, with examples. */
final class RowSection {

  private static final int EXAMPLES = 3;

  private final PurchaseImport imported;
  private final ReturnsPolicy policy;
  private final Locale locale;

  RowSection(PurchaseImport imported, ReturnsPolicy policy, Locale locale) {
    this.imported = imported;
    this.policy = policy;
    this.locale = locale;
  }

  RowCounts counts() {
    return new RowCounts(
        imported.rowsRead(),
        imported.rowsUsed(policy),
        imported.rowsSetAside(policy),
        imported.rejected().size(),
        byReason(
            imported.setAside(policy),
            SetAsideRow::reason,
            row -> new RowExample(row.line(), "", "")),
        byReason(
            imported.rejected(),
            RejectedRow::reason,
            row -> new RowExample(row.line(), row.column(), row.value())));
  }

  private <T> List<RowReason> byReason(
      Iterable<T> rows, Function<T, Reason> reason, Function<T, RowExample> example) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (T row : rows) {
      groups
          .computeIfAbsent(reason.apply(row).text(locale), text -> new Group())
          .add(row, example);
    }
    List<RowReason> reasons = new ArrayList<>();
    groups.forEach((text, group) -> reasons.add(new RowReason(text, group.rows, group.examples)));
    reasons.sort(
        Comparator.comparingLong(RowReason::rows).reversed().thenComparing(RowReason::reason));
    return reasons;
  }

  private static final class Group {

    private final List<RowExample> examples = new ArrayList<>();
    private long rows;

    <T> void add(T row, Function<T, RowExample> example) {
      rows++;
      if (examples.size() < EXAMPLES) {
        examples.add(example.apply(row));
      }
    }
  }
}
