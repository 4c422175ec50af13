package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.purchase.behaviour.ConsumptionProfile;
import io.headlesscrm.core.purchase.recognition.Occasion;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import io.headlesscrm.core.purchase.recognition.Recognised;
import io.headlesscrm.core.purchase.recognition.Recognition;
import io.headlesscrm.core.purchase.recognition.RecognitionChange;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Versioned;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Purchases, each recorded in one unit of work with all that follows from it: recognition, stage, standing.
 *
 * <p>Recognition and summary are the same for every order in which purchases come in; a change of stage stays as it was
 * learnt, also when a purchase that would have caused it earlier comes late. A purchase that comes in order costs a look-up, an
 * append and an update; one that comes late, or takes another one back, costs a reading of the customer's purchases.
 */
public final class Purchases {

  private final Log<Purchase> log;
  private final Units units;
  private final Standings standings;
  private final Customers customers;
  private final Counter counter;

  Purchases(
      CrmStorage storage, Units units, Standings standings, Customers customers, Counter counter) {
    this.log = storage.log(Purchase.TYPE);
    this.units = units;
    this.standings = standings;
    this.customers = customers;
    this.counter = counter;
  }

  /**
   * Records a purchase or credit note of a known customer. The same one twice is recorded once.
   *
   * @param purchase any; one of the walk-in customer is that of a stranger
   * @param by who recorded it
   * @return what the counter needs to know; its outcome says whether another purchase has this id already
   * @throws IllegalArgumentException when its customer is not registered, or there is no rate for its currency; nothing
   *     is recorded then
   */
  public CounterAnswer record(Purchase purchase, Attribution by) {
    requireNonNull(purchase, "purchase");
    requireNonNull(by, "by");
    return units.required(() -> purchase.customer().equals(counter.walkIn())
        ? ofStranger(purchase)
        : ofCustomer(purchase, by));
  }

  /**
   * Records a purchase of somebody who gave no customer number, but perhaps a phone number, an address or a tax number.
   * One customer with any of these: it is that one's. None: the guest is registered under the new id. Several: the guest
   * is registered too, as unknown, until somebody says who it is. Nothing given: it is a stranger's.
   *
   * @param guest what the guest gave
   * @param newId the id of the guest if nobody is found; the same one when the purchase is sent again
   * @param purchase gives the purchase of a customer
   * @param by who recorded it
   * @return what the counter needs to know
   * @throws IllegalArgumentException when the new id is that of a customer who has none of the guest's numbers, or the
   *     purchase is of another customer than the one it was asked for
   */
  public CounterAnswer recordGuest(
      Guest guest, CustomerId newId, Function<CustomerId, Purchase> purchase, Attribution by) {
    return units.required(() -> {
      if (guest.keys().isEmpty()) {
        return ofStranger(of(counter.walkIn(), purchase));
      }
      CustomerId id = customers.resolve(newId);
      List<CustomerMatch> matches = customers.recognise(guest);
      List<CustomerMatch> others =
          matches.stream().filter(match -> !match.customer().equals(id)).toList();
      boolean sentAgain = matches.size() > others.size() && hasRecorded(of(id, purchase));
      if (others.size() == 1 && !sentAgain) {
        return ofCustomer(of(others.get(0).customer(), purchase), by);
      }
      customers.registerGuest(guest, id, by);
      CounterAnswer answer = ofCustomer(of(id, purchase), by);
      return others.size() > 1 ? unknown(answer, others.size()) : answer;
    });
  }

  /**
   * All purchases of a customer, those that came late in their place.
   *
   * @param customer any, also one that was merged
   * @return seen under the company's policy
   */
  public PurchaseHistory history(CustomerId customer) {
    return PurchaseHistory.of(ofBuyer(customers.resolve(customer)), counter.policy());
  }

  /**
   * What a customer is used to buying, how much of it and how often.
   *
   * @param customer any, also one that was merged
   * @param asOf the first day that does not count
   * @param days of the latest stretch, and of the one before it, that are compared; at least 1
   * @return in the company's currency
   */
  public ConsumptionProfile consumption(CustomerId customer, LocalDate asOf, int days) {
    return ConsumptionProfile.of(history(customer), counter.rates(), counter.zone(), asOf, days);
  }

  /** Brings the standing to what the facts say; where it says so already, nothing is written. */
  void recompute(CustomerId customer) {
    standings.find(customer).ifPresent(known -> {
      Standing anew = withHistory(known.value(), history(customer));
      standings.update(
          known, customers.stages(customer).findLatest().map(anew::standingAt).orElse(anew));
    });
  }

  ZoneId zone() {
    return counter.zone();
  }

  private static Purchase of(CustomerId customer, Function<CustomerId, Purchase> purchase) {
    Purchase given = purchase.apply(customer);
    if (!given.customer().equals(customer)) {
      throw new IllegalArgumentException("purchase " + given.id() + " is of " + given.customer()
          + ", it must be of " + customer + ". Maybe the function ignores its argument?");
    }
    return given;
  }

  private boolean hasRecorded(Purchase purchase) {
    return ofBuyer(purchase.customer()).stream()
        .anyMatch(known -> known.id().equals(purchase.id()));
  }

  private CounterAnswer ofStranger(Purchase purchase) {
    AppendOutcome outcome = append(purchase);
    return answer(
        outcome,
        purchase,
        new Recognised(purchase.id(), Recognition.UNKNOWN, "recognition.nobody", 0, 0),
        null,
        List.of());
  }

  private CounterAnswer ofCustomer(Purchase given, Attribution by) {
    Versioned<Standing> known = customers.standing(given.customer(), by);
    Purchase purchase =
        given.withCustomer(known.value().customer()).withParties(customers::resolve);
    return switch (append(purchase)) {
      case APPENDED ->
        isInOrder(purchase, known.value())
            ? inOrder(purchase, known, by)
            : recomputed(purchase, known, by);
      case DUPLICATE ->
        answer(
            AppendOutcome.DUPLICATE,
            purchase,
            history(purchase.customer()).recognise(purchase, counter.zone()),
            known.value(),
            List.of());
      case CONFLICT ->
        answer(
            AppendOutcome.CONFLICT,
            purchase,
            counter
                .policy()
                .recognise(purchase, known.value().first(), known.value().last(), counter.zone()),
            known.value(),
            List.of());
    };
  }

  /** Whether all that follows from a purchase is known from the standing alone. */
  private static boolean isInOrder(Purchase purchase, Standing standing) {
    return purchase.reversalOf() == null
        && (standing.last() == null || standing.last().compareTo(Occasion.of(purchase)) < 0)
        && (standing.awaited().isEmpty() || !standing.awaited().contains(purchase.id()));
  }

  private CounterAnswer inOrder(Purchase purchase, Versioned<Standing> known, Attribution by) {
    Standing before = known.value();
    Recognised recognised =
        counter.policy().recognise(purchase, before.first(), before.last(), counter.zone());
    Standing after = before;
    if (counter.policy().counts(purchase)) {
      Occasion occasion = Occasion.of(purchase);
      after = bought(before, purchase, by)
          .withPurchases(
              before.summary().withPurchase(day(purchase), minor(purchase)),
              before.first() == null ? occasion : before.first(),
              occasion,
              before.awaited());
    } else if (purchase.kind() == PurchaseKind.RETURN) {
      after = before.withPurchases(
          before.summary().withReturn(-minor(purchase)),
          before.first(),
          before.last(),
          before.awaited());
    }
    standings.update(known, after);
    return answer(AppendOutcome.APPENDED, purchase, recognised, after, List.of());
  }

  private CounterAnswer recomputed(Purchase purchase, Versioned<Standing> known, Attribution by) {
    List<Purchase> all = ofBuyer(purchase.customer());
    List<Purchase> others = new ArrayList<>(all);
    others.removeIf(other -> other.id().equals(purchase.id()));
    PurchaseHistory before = PurchaseHistory.of(others, counter.policy());
    PurchaseHistory after = PurchaseHistory.of(all, counter.policy());
    Standing now = withHistory(known.value(), after);
    if (after.counts(purchase) && (!now.isBuyer() || Occasion.of(purchase).equals(now.last()))) {
      now = bought(now, purchase, by);
    }
    standings.update(known, now);
    return answer(
        AppendOutcome.APPENDED,
        purchase,
        after.recognise(purchase, counter.zone()),
        now,
        after.changesSince(List.of(before), counter.zone()));
  }

  private Standing withHistory(Standing standing, PurchaseHistory history) {
    PurchaseSummary summary = history.summary(counter.rates(), counter.zone());
    return standing.withPurchases(
        summary,
        history.findFirst().orElse(null),
        history.findLast().orElse(null),
        history.awaited());
  }

  private Standing bought(Standing standing, Purchase purchase, Attribution by) {
    Stage next = standing.stage().stage().afterPurchase(standing.isBuyer());
    return next == standing.stage().stage()
        ? standing
        : standings.moved(standing, next, true, purchase.instant(), by, Reason.of("stage.bought"));
  }

  private CounterAnswer unknown(CounterAnswer answer, int candidates) {
    return new CounterAnswer(
        answer.outcome(),
        answer.customer(),
        new Recognised(
            answer.recognised().purchase(),
            Recognition.UNKNOWN,
            "recognition.several",
            0,
            candidates),
        answer.counts(),
        answer.standing(),
        answer.changes(),
        counter.hints());
  }

  private CounterAnswer answer(
      AppendOutcome outcome,
      Purchase purchase,
      Recognised recognised,
      @Nullable Standing standing,
      List<RecognitionChange> changes) {
    return new CounterAnswer(
        outcome,
        purchase.customer(),
        recognised,
        counter.policy().counts(purchase),
        standing,
        changes,
        counter.hints());
  }

  private List<Purchase> ofBuyer(CustomerId customer) {
    List<Purchase> all = new ArrayList<>();
    log.forEach(LogQuery.where(Purchase.BUYER.is(customer.value())), all::add);
    return all;
  }

  private AppendOutcome append(Purchase purchase) {
    return log.append(List.of(purchase)).get(0);
  }

  private long minor(Purchase purchase) {
    return counter.rates().convert(purchase.amount(), day(purchase)).minorUnits();
  }

  private LocalDate day(Purchase purchase) {
    return LocalDate.ofInstant(purchase.instant(), counter.zone());
  }
}
