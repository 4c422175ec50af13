package io.headlesscrm.core.purchase.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches each return with the customer's latest earlier sales of the same goods that have something left; what was
 * bought last is taken back first. Earlier returns are served first.
 */
final class CreditMatching {

  private final Map<CreditNote.Goods, List<CreditNote>> credits = new HashMap<>();
  private final Map<CreditNote.Goods, List<CreditNote>> sales = new HashMap<>();
  private final Set<Long> matchedSales = new HashSet<>();

  CreditMatching(List<CreditNote> returned) {
    returned.forEach(credit ->
        credits.computeIfAbsent(credit.goods(), key -> new ArrayList<>()).add(credit));
  }

  /** Whether there is nothing to match. */
  boolean isEmpty() {
    return credits.isEmpty();
  }

  /** Whether some return is of these goods. */
  boolean isSought(CreditNote.@Nullable Goods goods) {
    return credits.containsKey(goods);
  }

  /** The parts of all returns, once the sales are known. */
  List<Part> match(List<CreditNote> candidates) {
    candidates.forEach(
        sale -> sales.computeIfAbsent(sale.goods(), key -> new ArrayList<>()).add(sale));
    List<Part> parts = new ArrayList<>();
    credits.forEach(
        (goods, returned) -> matchGoods(returned, sales.getOrDefault(goods, List.of()), parts));
    return parts;
  }

  /** Whether some return took back a part of the sale. */
  boolean isMatched(CreditNote sale) {
    return matchedSales.contains(sale.position());
  }

  private void matchGoods(List<CreditNote> returned, List<CreditNote> sold, List<Part> parts) {
    List<CreditNote> ascending = sold.stream().sorted(CreditNote.BY_TIME).toList();
    Deque<Lot> lots = new ArrayDeque<>();
    int next = 0;
    for (CreditNote credit : returned.stream().sorted(CreditNote.BY_TIME).toList()) {
      while (next < ascending.size() && ascending.get(next).isUpTo(credit)) {
        lots.push(new Lot(ascending.get(next++)));
      }
      take(credit, lots, parts);
    }
  }

  private void take(CreditNote credit, Deque<Lot> lots, List<Part> parts) {
    BigDecimal taken = BigDecimal.ZERO;
    while (!lots.isEmpty() && taken.compareTo(credit.quantity()) < 0) {
      Lot lot = lots.element();
      BigDecimal upTo = taken.add(lot.left.min(credit.quantity().subtract(taken)));
      lot.left = lot.left.subtract(upTo.subtract(taken));
      if (lot.left.signum() == 0) {
        lots.remove();
      }
      matchedSales.add(lot.sale.position());
      parts.add(new Part(credit, lot.sale, share(credit, upTo) - share(credit, taken)));
      taken = upTo;
    }
    long rest = credit.minorUnits() - share(credit, taken);
    if (taken.compareTo(credit.quantity()) < 0) {
      parts.add(new Part(credit, null, rest));
    }
  }

  /** The money of the first so many units, so that the parts add up to the whole. */
  private static long share(CreditNote credit, BigDecimal quantity) {
    return BigDecimal.valueOf(credit.minorUnits())
        .multiply(quantity)
        .divide(credit.quantity(), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * A part of a return.
   *
   * @param credit the return
   * @param sale what it takes back; null when there is none
   * @param minorUnits the part's money
   */
  record Part(CreditNote credit, @Nullable CreditNote sale, long minorUnits) {}

  private static final class Lot {

    private final CreditNote sale;
    private BigDecimal left;

    Lot(CreditNote sale) {
      this.sale = sale;
      this.left = sale.quantity();
    }
  }
}
