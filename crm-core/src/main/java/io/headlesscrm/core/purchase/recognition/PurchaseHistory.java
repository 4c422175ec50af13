package io.headlesscrm.core.purchase.recognition;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All purchases of one customer, seen under a policy: which of them count, what the customer was at each, and what they
 * come to. The same for any order in which they came in. Immutable.
 */
public final class PurchaseHistory {

  private final RecognitionPolicy policy;
  private final List<Purchase> purchases;
  private final Set<PurchaseId> takenBack;

  private PurchaseHistory(
      RecognitionPolicy policy, List<Purchase> purchases, Set<PurchaseId> takenBack) {
    this.policy = policy;
    this.purchases = purchases;
    this.takenBack = takenBack;
  }

  /**
   * The history of one customer.
   *
   * @param purchases all that the customer bought and gave back, in any order
   * @param policy which of them count
   * @return the history, in order of instant, then id
   */
  public static PurchaseHistory of(Collection<Purchase> purchases, RecognitionPolicy policy) {
    List<Purchase> inOrder =
        purchases.stream().sorted(Comparator.comparing(Occasion::of)).toList();
    return new PurchaseHistory(requireNonNull(policy, "policy"), inOrder, takenBack(inOrder));
  }

  /**
   * Everything that the customer bought and gave back.
   *
   * @return in order of instant, then id; unmodifiable
   */
  public List<Purchase> purchases() {
    return purchases;
  }

  /**
   * The purchases that count: by the policy, and not wholly taken back.
   *
   * @return in order of instant, then id
   */
  public List<Purchase> counted() {
    return purchases.stream().filter(this::counts).toList();
  }

  /**
   * Whether a purchase of this history counts.
   *
   * @param purchase one of them
   * @return false for a credit note and for what was wholly taken back
   */
  public boolean counts(Purchase purchase) {
    return policy.counts(purchase) && !takenBack.contains(purchase.id());
  }

  /**
   * What the customer was at each purchase that counts.
   *
   * @param zone in which instants are dates
   * @return in order of instant, then id
   */
  public List<Recognised> recognitions(ZoneId zone) {
    List<Recognised> recognitions = new ArrayList<>(purchases.size());
    @Nullable Occasion first = null;
    @Nullable Occasion previous = null;
    for (Purchase purchase : counted()) {
      recognitions.add(policy.recognise(purchase, first, previous, zone));
      previous = Occasion.of(purchase);
      first = first == null ? previous : first;
    }
    return recognitions;
  }

  /**
   * What the customer was at any moment of a purchase or credit note.
   *
   * @param purchase of this history or not
   * @param zone in which instants are dates
   * @return by the purchases before it that count
   */
  public Recognised recognise(Purchase purchase, ZoneId zone) {
    Occasion occasion = Occasion.of(purchase);
    List<Occasion> earlier = counted().stream()
        .map(Occasion::of)
        .filter(other -> other.compareTo(occasion) < 0)
        .toList();
    return earlier.isEmpty()
        ? policy.recognise(purchase, null, null, zone)
        : policy.recognise(purchase, earlier.get(0), earlier.get(earlier.size() - 1), zone);
  }

  /**
   * The purchases of this history at which the customer was something else than was said before.
   *
   * @param before the history as it was known then, or those of the customers that turned out to be one
   * @param zone in which instants are dates
   * @return in order of instant, then id; purchases that count only now or only then are left out
   */
  public List<RecognitionChange> changesSince(List<PurchaseHistory> before, ZoneId zone) {
    Map<PurchaseId, Recognised> said = new HashMap<>();
    before.stream()
        .flatMap(history -> history.recognitions(zone).stream())
        .forEach(recognised -> said.put(recognised.purchase(), recognised));
    List<RecognitionChange> changes = new ArrayList<>();
    for (Recognised now : recognitions(zone)) {
      @Nullable Recognised then = said.get(now.purchase());
      if (then != null && then.recognition() != now.recognition()) {
        changes.add(new RecognitionChange(then, now));
      }
    }
    return changes;
  }

  /**
   * The first purchase that counts.
   *
   * @return empty when none does
   */
  public Optional<Occasion> findFirst() {
    return purchases.stream().filter(this::counts).findFirst().map(Occasion::of);
  }

  /**
   * The last purchase that counts.
   *
   * @return empty when none does
   */
  public Optional<Occasion> findLast() {
    return purchases.stream()
        .filter(this::counts)
        .reduce((earlier, later) -> later)
        .map(Occasion::of);
  }

  /**
   * The purchases that a credit note names and that are not here.
   *
   * @return those that may still come
   */
  public Set<PurchaseId> awaited() {
    Set<PurchaseId> awaited = new HashSet<>();
    purchases.stream()
        .map(Purchase::reversalOf)
        .filter(named -> named != null)
        .forEach(awaited::add);
    purchases.forEach(purchase -> awaited.remove(purchase.id()));
    return awaited;
  }

  /**
   * What the purchases come to. A purchase that was wholly taken back and its credit notes are left out; every other
   * credit note reduces the net amount.
   *
   * @param rates into the currency of the summary
   * @param zone in which instants are dates
   * @return amounts in minor units of the currency of the rates
   * @throws IllegalArgumentException when there is no rate for a currency on the day of a purchase
   */
  public PurchaseSummary summary(ExchangeRates rates, ZoneId zone) {
    PurchaseSummary summary = PurchaseSummary.empty();
    for (Purchase purchase : purchases) {
      LocalDate day = LocalDate.ofInstant(purchase.instant(), zone);
      if (counts(purchase)) {
        summary = summary.withPurchase(day, minor(purchase.amount(), rates, day));
      } else if (reducesNet(purchase)) {
        summary = summary.withReturn(minor(purchase.amount().negated(), rates, day));
      }
    }
    return summary;
  }

  boolean reducesNet(Purchase purchase) {
    return purchase.kind() == PurchaseKind.RETURN
        && (purchase.reversalOf() == null || !takenBack.contains(purchase.reversalOf()));
  }

  private static long minor(Money amount, ExchangeRates rates, LocalDate day) {
    return rates.convert(amount, day).minorUnits();
  }

  /** Of a purchase in another currency than its credit notes nobody can say what is left, so it is not taken back. */
  private static Set<PurchaseId> takenBack(List<Purchase> purchases) {
    Map<PurchaseId, Money> credited = new HashMap<>();
    for (Purchase purchase : purchases) {
      if (purchase.reversalOf() != null) {
        credited.merge(purchase.reversalOf(), purchase.amount(), PurchaseHistory::sum);
      }
    }
    Set<PurchaseId> takenBack = new HashSet<>();
    for (Purchase purchase : purchases) {
      Money credit = credited.get(purchase.id());
      if (credit != null
          && credit.currency().equals(purchase.amount().currency())
          && credit.plus(purchase.amount()).minorUnits() <= 0) {
        takenBack.add(purchase.id());
      }
    }
    return takenBack;
  }

  private static Money sum(Money credit, Money further) {
    return credit.currency().equals(further.currency()) ? credit.plus(further) : credit;
  }
}
