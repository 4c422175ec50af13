package io.headlesscrm.core.customer.development;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.PartyRole;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseParty;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import io.headlesscrm.core.purchase.recognition.RecognitionPolicy;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everybody who takes part in purchases: those who pay and those who send, receive, forward and carry. Not everybody who
 * trades with the company is a customer: who never ordered is a prospect, or a partner. Immutable.
 */
public final class TradeParties {

  private final Map<CustomerId, TradePart> parts;

  private TradeParties(Map<CustomerId, TradePart> parts) {
    this.parts = parts;
  }

  /**
   * Those who take part in some purchases.
   *
   * @param purchases of any customers, in any order, the credit notes with them
   * @param policy which of them count; one that was wholly taken back does not
   * @return everybody in them
   */
  public static TradeParties of(Collection<Purchase> purchases, RecognitionPolicy policy) {
    Map<CustomerId, List<Purchase>> byBuyer =
        purchases.stream().collect(Collectors.groupingBy(Purchase::customer));
    Map<CustomerId, PartSums> sums = new HashMap<>();
    for (List<Purchase> own : byBuyer.values()) {
      PurchaseHistory.of(own, policy).counted().forEach(purchase -> add(sums, purchase));
    }
    Map<CustomerId, TradePart> parts = new TreeMap<>();
    sums.forEach((customer, sum) -> parts.put(customer, sum.finish(customer)));
    return new TradeParties(parts);
  }

  /**
   * Those who take part in the purchases of a storage.
   *
   * @param storage with purchases
   * @param asOf the instant before which everything known counts
   * @param policy which of them count
   * @return everybody in them
   */
  public static TradeParties read(CrmStorage storage, Instant asOf, RecognitionPolicy policy) {
    List<Purchase> purchases = new ArrayList<>();
    storage.log(Purchase.TYPE).forEach(LogQuery.<Purchase>all().before(asOf), purchases::add);
    return of(purchases, policy);
  }

  /**
   * The part that somebody takes.
   *
   * @param customer any
   * @return empty when there is none
   */
  public Optional<TradePart> find(CustomerId customer) {
    return Optional.ofNullable(parts.get(customer));
  }

  /**
   * Everybody.
   *
   * @return by id
   */
  public List<TradePart> all() {
    return List.copyOf(parts.values());
  }

  /**
   * The stage in which somebody comes on file, as far as purchases tell.
   *
   * @param customer any
   * @return actual with an order of its own, else potential, whatever its role in the orders of others
   */
  public Stage entryStage(CustomerId customer) {
    return find(customer).filter(TradePart::isBuyer).isPresent() ? Stage.ACTUAL : Stage.POTENTIAL;
  }

  /**
   * Those who receive and have never ordered: the customers' own customers, whom the company knows already.
   *
   * @param fewest how many receipts at least, at least 1
   * @return the one with most receipts first; of equal ones by id
   */
  public List<TradePart> prospects(int fewest) {
    return prospects(Set.of(PartyRole.CONSIGNEE), fewest);
  }

  /**
   * Those who take some roles and have never ordered. Who forwards or carries is rather a partner.
   *
   * @param roles that make a prospect
   * @param fewest how often at least, all roles together, at least 1
   * @return the one with most of them first; of equal ones by id
   */
  public List<TradePart> prospects(Set<PartyRole> roles, int fewest) {
    if (fewest < 1) {
      throw new IllegalArgumentException("fewest is " + fewest
          + ", it must be at least 1. Maybe 1 for everybody who ever took part?");
    }
    return parts.values().stream()
        .filter(part -> !part.isBuyer() && times(part, roles) >= fewest)
        .sorted(Comparator.comparingInt((TradePart part) -> -times(part, roles))
            .thenComparing(TradePart::customer))
        .toList();
  }

  private static int times(TradePart part, Set<PartyRole> roles) {
    return roles.stream().mapToInt(part::in).sum();
  }

  /** Who pays for a purchase and receives it too takes part in it once, as the one who pays. */
  private static void add(Map<CustomerId, PartSums> sums, Purchase purchase) {
    of(sums, purchase.customer()).addOrder(purchase.instant());
    Set.copyOf(purchase.parties()).stream()
        .filter(party -> !party.customer().equals(purchase.customer()))
        .forEach(party -> of(sums, party.customer()).addPart(party, purchase.instant()));
  }

  private static PartSums of(Map<CustomerId, PartSums> sums, CustomerId customer) {
    return sums.computeIfAbsent(customer, none -> new PartSums());
  }

  /** Adds up what one customer takes part in. */
  private static final class PartSums {

    private final Map<PartyRole, Integer> roles = new EnumMap<>(PartyRole.class);
    private int orders;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void addOrder(Instant at) {
      orders++;
      see(at);
    }

    void addPart(PurchaseParty party, Instant at) {
      roles.merge(party.role(), 1, Integer::sum);
      see(at);
    }

    TradePart finish(CustomerId customer) {
      return new TradePart(customer, orders, roles, first, last);
    }

    private void see(Instant at) {
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
    }
  }
}
