package io.headlesscrm.examples.analyse.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The purchase file in the making: shipments as they come, credit notes when due, some dirt. */
final class PurchaseFile {
  private final PurchaseRows rows;
  private final GeneratorOptions options;
  private final CreditNotes creditNotes;
  private final Draws dirt;
  private final List<CreditNote> due = new ArrayList<>();
  private long purchases;
  private long credited;
  private long dirty;

  PurchaseFile(PurchaseRows rows, GeneratorOptions options) {
    this.rows = rows;
    this.options = options;
    this.creditNotes = new CreditNotes(options);
    this.dirt = Draws.of(options.seed(), -4);
  }

  void add(Shipment shipment) throws IOException {
    if (options.columns() == Columns.LEAN) {
      purchase(shipment);
      return;
    }
    credit(shipment.day());
    purchase(shipment);
    creditNotes.consider(shipment);
    soil(shipment);
  }

  Generated finish() throws IOException {
    credit(options.days());
    rows.flush();
    return new Generated(purchases, credited, dirty, 0);
  }

  private void purchase(Shipment shipment) throws IOException {
    rows.purchase(shipment);
    purchases++;
  }

  private void credit(int day) throws IOException {
    creditNotes.dueBefore(day, due::add);
    for (CreditNote note : due) {
      rows.creditNote(note, ++credited);
    }
    due.clear();
  }

  private void soil(Shipment shipment) throws IOException {
    if (dirt.chance(options.dirtyShare())) {
      rows.damaged(shipment, Damage.pick(dirt));
      dirty++;
    }
  }
}
