package io.headlesscrm.examples.analyse.generate;

import java.util.Comparator;

/**
 * Money given back for a shipment, in full or in part.
 *
 * @param shipment the shipment reversed
 * @param day day of the credit note, on or after that of the shipment
 * @param cents amount given back in minor units, &gt; 0 and at most that of the shipment
 */
record CreditNote(Shipment shipment, int day, long cents) {
  /** By day, then by the invoice reversed: a total order, one credit note an invoice. */
  static final Comparator<CreditNote> BY_DAY = Comparator.comparingInt(CreditNote::day)
      .thenComparingInt(note -> note.shipment().number());
}
