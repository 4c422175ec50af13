package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Puts into reasons why a customer has its scores, and what would change the segment. */
final class RfmReasons {

  private final RfmModel model;
  private final CustomerBase base;

  RfmReasons(RfmModel model, CustomerBase base) {
    this.model = model;
    this.base = base;
  }

  List<Reason> reasons(int row) {
    List<Reason> reasons = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      reasons.add(score(axis, row));
    }
    Moves moves = new Moves(model, base, row);
    moves.upwards().forEach(move -> reasons.add(upward(move)));
    moves.findDecline().ifPresent(move -> reasons.add(decline(move)));
    return reasons;
  }

  private Reason score(Axis axis, int row) {
    AxisBins bins = model.bins(axis);
    long value = axis.value(base, row);
    return score(bins, value, bins.score(value, base.customer(row)), currency());
  }

  /** The value, its score and the range of that score. */
  static Reason score(AxisBins bins, long value, int score, Currency currency) {
    return Reason.of("rfm." + bins.axis())
        .withValue("value", shown(bins.axis(), value, currency))
        .withValue("currency", currency.getCurrencyCode())
        .with("score", score)
        .with("bins", bins.requested())
        .withValue("range", range(bins, score, currency));
  }

  private static Reason range(AxisBins bins, int score, Currency currency) {
    boolean hasWorst = score >= 2;
    boolean hasBest = score <= bins.thresholds().size();
    if (!hasWorst && !hasBest) {
      return Reason.of("rfm.range.any");
    }
    Axis axis = bins.axis();
    List<Threshold> all = bins.thresholds();
    Object worst = hasWorst ? shown(axis, all.get(score - 2).value(), currency) : "";
    Object best = hasBest ? shown(axis, bestBelow(axis, all.get(score - 1)), currency) : "";
    Reason range = Reason.of("rfm.range." + shape(axis, hasWorst, hasBest));
    return axis == Axis.RECENCY
        ? range.withValue("from", best).withValue("to", worst)
        : range.withValue("from", worst).withValue("to", best);
  }

  private static String shape(Axis axis, boolean hasWorst, boolean hasBest) {
    if (hasWorst && hasBest) {
      return "between";
    }
    return hasWorst == (axis == Axis.RECENCY) ? "at-most" : "at-least";
  }

  /** The best value that does not reach a threshold; the value itself where some who have it do not. */
  private static long bestBelow(Axis axis, Threshold threshold) {
    return threshold.from() != null
        ? threshold.value()
        : axis.toKey(axis.toKey(threshold.value()) - 1);
  }

  private Reason upward(Move move) {
    return upward(move, currency());
  }

  static Reason upward(Move move, Currency currency) {
    return Reason.of("rfm.up." + move.axis())
        .withValue("needed", shown(move.axis(), move.needed(), currency))
        .withValue("distance", shown(move.axis(), move.distance(), currency))
        .withValue("currency", currency.getCurrencyCode())
        .withValue("segment", move.segment().toReason());
  }

  static Reason decline(Move move) {
    return Reason.of("rfm.down." + move.axis())
        .with("distance", move.distance())
        .withValue("segment", move.segment().toReason());
  }

  private Currency currency() {
    return model.currency();
  }

  /** Days and purchases as they are, money in major units. */
  static Object shown(Axis axis, long value, Currency currency) {
    return axis == Axis.MONETARY ? new Money(value, currency).toDecimal() : Long.valueOf(value);
  }
}
