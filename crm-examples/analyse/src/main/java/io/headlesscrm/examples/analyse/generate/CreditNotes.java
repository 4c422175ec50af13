package io.headlesscrm.examples.analyse.generate;

import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Credit notes decided on but not yet due: a month's worth at most. */
final class CreditNotes {
  private static final double IN_FULL = 0.6;
  private static final int LONGEST_DELAY = 30;

  private final PriorityQueue<CreditNote> pending = new PriorityQueue<>(CreditNote.BY_DAY);
  private final Draws draws;
  private final int days;

  CreditNotes(GeneratorOptions options) {
    this.draws = Draws.of(options.seed(), -3);
    this.days = options.days();
  }

  /** Decides whether a shipment will be credited. A note due after the last day is never written. */
  void consider(Shipment shipment) {
    if (draws.chance(shipment.service().returned())) {
      int day = shipment.day() + 1 + draws.below(LONGEST_DELAY);
      CreditNote note = new CreditNote(shipment, day, cents(shipment));
      if (day < days) {
        pending.add(note);
      }
    }
  }

  /** Hands out what is due before the day, earliest first. */
  void dueBefore(int day, Consumer<CreditNote> consumer) {
    CreditNote next = pending.peek();
    while (next != null && next.day() < day) {
      consumer.accept(pending.remove());
      next = pending.peek();
    }
  }

  private long cents(Shipment shipment) {
    double part = draws.chance(IN_FULL) ? 1 : 0.2 + 0.6 * draws.uniform();
    return Math.max(1, Math.round(part * shipment.cents()));
  }
}
