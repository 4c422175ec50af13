package io.headlesscrm.churn.season;

import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The purchase days of a base, as far as a season can be learnt from them. Customers with equal days count together. */
final class SeasonSample {

  private final TimeScale unit;
  private final SeasonGrain grain;
  private final long lastDay;
  private final long firstDay;
  private final double[] repeatPurchases;
  private final Map<Span, Long> spans = new TreeMap<>();

  /** The first and the last purchase day, and how many purchase days came after the first. */
  private record Span(long first, long last, int repeats) implements Comparable<Span> {

    @Override
    public int compareTo(Span other) {
      int byFirst = Long.compare(first, other.first);
      int byLast = byFirst == 0 ? Long.compare(last, other.last) : byFirst;
      return byLast == 0 ? Integer.compare(repeats, other.repeats) : byLast;
    }
  }

  SeasonSample(CustomerBase base, TimeScale unit, SeasonGrain grain) {
    this.unit = unit;
    this.grain = grain;
    this.lastDay = base.asOf().toEpochDay() - 1;
    this.repeatPurchases = new double[grain.slots()];
    Map<Span, Long> counts = new HashMap<>();
    long earliest = lastDay;
    for (int row = 0; row < base.size(); row++) {
      if (base.purchases(row) > 0) {
        Span span = span(base, row);
        counts.merge(span, 1L, Long::sum);
        earliest = Math.min(earliest, span.first);
        countSlots(base.summary(row));
      }
    }
    this.firstDay = earliest;
    spans.putAll(counts);
  }

  /** The same days as those of the plain model's history. */
  private Span span(CustomerBase base, int row) {
    long first = lastDay - base.age(row);
    int repeats = base.repeatPurchases(row);
    return new Span(first, repeats > 0 ? first + base.recencyOfLast(row) : first, repeats);
  }

  private void countSlots(PurchaseSummary summary) {
    int[] days = summary.epochDays();
    for (int i = 1; i < days.length; i++) {
      repeatPurchases[grain.slot(LocalDate.ofEpochDay(days[i]))]++;
    }
  }

  /** Into which slots a profile that is learnt divides the year. */
  SeasonGrain grain() {
    return grain;
  }

  /** From the first purchase to the end of observation, both included. */
  long days() {
    return lastDay - firstDay + 1;
  }

  /** The histories by the clock of a profile. */
  PurchaseHistogram histogram(SeasonalProfile profile) {
    OperationalTime time = new OperationalTime(profile, firstDay, lastDay);
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(unit);
    spans.forEach((span, count) -> {
      PurchaseHistory history = history(time, span);
      builder.add(history.repeatPurchases(), history.recencyOfLast(), history.age(), count);
    });
    return builder.build();
  }

  private PurchaseHistory history(OperationalTime time, Span span) {
    return new PurchaseHistory(
        span.repeats,
        unit.fromDays(time.days(span.first, span.last)),
        unit.fromDays(time.days(span.first, lastDay)));
  }

  /** What the density of the purchase days by the calendar has beside that by the clock. */
  double logLikelihoodOfSlots(SeasonalProfile profile) {
    double[] factors = profile.factors();
    double sum = 0;
    for (int slot = 0; slot < factors.length; slot++) {
      sum += repeatPurchases[slot] * Math.log(factors[slot]);
    }
    return sum;
  }

  /** How many repeat purchases there were in a slot. */
  double repeatPurchases(int slot) {
    return repeatPurchases[slot];
  }

  /**
   * How many repeat purchases there would have been in each slot without a season, from those who were still customers,
   * at the rates that are expected of them now that their purchases are known.
   *
   * <p>Who is alive has a rate with the mean (r + x) / (alpha + T), who left did so right after the last purchase and has
   * one with the mean (r + x) / (alpha + t_x). Until the last purchase everybody was a customer, after it those alive.
   */
  double[] usualPurchases(SeasonalProfile profile, BetaGeometricModel model) {
    OperationalTime time = new OperationalTime(profile, firstDay, lastDay);
    double r = model.r();
    double alpha = model.alpha();
    double[] change = new double[(int) days() + 1];
    spans.forEach((span, count) -> {
      PurchaseHistory history = history(time, span);
      double alive = model.aliveProbability(history);
      double shape = (r + span.repeats) * count;
      double now = alive * shape / (alpha + history.age());
      double before = now + (1 - alive) * shape / (alpha + history.recencyOfLast());
      change[index(span.first) + 1] += before;
      change[index(span.last) + 1] += now - before;
    });
    double[] usual = new double[grain.slots()];
    double rate = 0;
    for (int day = 0; day < days(); day++) {
      rate += change[day];
      usual[grain.slot(LocalDate.ofEpochDay(firstDay + day))] += unit.fromDays(1) * rate;
    }
    return usual;
  }

  private int index(long day) {
    return (int) (day - firstDay);
  }
}
