package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.purchase.PurchaseKind;
import java.util.ArrayList;
import java.util.List;

/** The first of two passes: collects the returns. */
final class CreditSink implements RowSink {

  private final List<CreditNote> credits = new ArrayList<>();

  @Override
  public void accept(RowReader row, long position) {
    CreditNote credit = row.kind() == PurchaseKind.RETURN ? CreditNote.findIn(row, position) : null;
    if (credit != null && credit.quantity().signum() > 0) {
      credits.add(credit);
    }
  }

  List<CreditNote> credits() {
    return credits;
  }
}
