package io.headlesscrm.core.customer.standing;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.purchase.recognition.Occasion;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where one customer stands: its stage, what its purchases come to, who owns it, and the latest class of every kind.
 * Everything in it can be computed anew from facts; it is kept so that the counter has its answer in one look-up.
 * Immutable.
 *
 * @param customer whose standing it is
 * @param stage where it stands
 * @param stageChanges how many changes of stage were recorded under this id
 * @param summary what its purchases come to, in minor units of the company's currency
 * @param first the first purchase that counts; null without any
 * @param last the last purchase that counts; null without any
 * @param awaited purchases that were taken back before they came
 * @param owner who looks after the customer; null: nobody
 * @param classes the latest class, segment or score by kind
 */
public record Standing(
    CustomerId customer,
    StageMark stage,
    int stageChanges,
    PurchaseSummary summary,
    @Nullable Occasion first,
    @Nullable Occasion last,
    Set<PurchaseId> awaited,
    @Nullable ActorId owner,
    SortedMap<String, Classified> classes) {

  /** By stage. */
  public static final Index<Standing, String> STAGE =
      Index.one("stage", KeyType.TEXT, standing -> standing.stage.stage().name());

  /** By class of any kind, as {@code abc=A}. */
  public static final Index<Standing, String> CLASS =
      Index.many("class", KeyType.TEXT, Standing::classKeys);

  /** By the instant of the last purchase that counts. */
  public static final Index<Standing, Instant> LAST_PURCHASE = Index.one(
      "last-purchase",
      KeyType.INSTANT,
      standing -> standing.last == null ? null : standing.last.at());

  /** By spend less returns, in minor units of the company's currency. */
  public static final Index<Standing, Long> VALUE =
      Index.one("value", KeyType.WHOLE, standing -> standing.summary.netMinor());

  /** How standings are stored. */
  public static final RecordType<CustomerId, Standing> TYPE = RecordType.builder(
          "standing", 1, Standing::customer, CustomerId::value)
      .document(StandingForm::write, StandingForm::read)
      .index(STAGE)
      .index(CLASS)
      .index(LAST_PURCHASE)
      .index(VALUE)
      .customers(Link.one(Standing::customer, Standing::withCustomer))
      .assignees(Link.one(Standing::owner, Standing::withOwner))
      .personal(PersonalData.none())
      .mergedBy(Standing::mergedWith)
      .computedFromFacts()
      .notOnTimeline()
      .build();

  public Standing {
    requireNonNull(customer, "customer");
    requireNonNull(stage, "stage");
    requireNonNull(summary, "summary");
    awaited = Set.copyOf(awaited);
    classes = classes.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /**
   * The standing of a customer that was just put on file.
   *
   * @param entry the first change of its stage
   * @return without purchases, owner and classes
   */
  public static Standing of(StageChange entry) {
    return new Standing(
        entry.customer(),
        StageMark.of(entry),
        1,
        PurchaseSummary.empty(),
        null,
        null,
        Set.of(),
        null,
        Collections.emptySortedMap());
  }

  /**
   * The id of the next change of stage of a customer.
   *
   * @param customer who
   * @param changes how many changes there were
   * @return in the order of the changes, as texts compare
   */
  public static String changeId(CustomerId customer, int changes) {
    String number = Integer.toString(changes + 1);
    return customer.value() + "#" + "0".repeat(Math.max(0, 6 - number.length())) + number;
  }

  /**
   * Whether the customer has ever bought, what was taken back included.
   *
   * @return true once a purchase has moved its stage
   */
  public boolean isBuyer() {
    return stage.buyer();
  }

  /**
   * The class, segment or score of a kind.
   *
   * @param kind such as {@code abc}
   * @return empty when there is none
   */
  public Optional<String> findClass(String kind) {
    return Optional.ofNullable(classes.get(kind)).map(Classified::value);
  }

  /**
   * After a change of stage.
   *
   * @param change of this customer, from where it stands
   * @return a new standing
   */
  public Standing with(StageChange change) {
    return new Standing(
        customer,
        StageMark.of(change),
        stageChanges + 1,
        summary,
        first,
        last,
        awaited,
        owner,
        classes);
  }

  /**
   * With the customer's purchases as they are now.
   *
   * @param now what they come to
   * @param firstNow the first that counts; null without any
   * @param lastNow the last that counts; null without any
   * @param awaitedNow purchases that were taken back before they came
   * @return a new standing
   */
  public Standing withPurchases(
      PurchaseSummary now,
      @Nullable Occasion firstNow,
      @Nullable Occasion lastNow,
      Set<PurchaseId> awaitedNow) {
    return new Standing(
        customer, stage, stageChanges, now, firstNow, lastNow, awaitedNow, owner, classes);
  }

  /**
   * Where the customer's changes of stage have put it.
   *
   * @param change the one that counts, as a history gives it
   * @return a new standing, with as many changes as before
   */
  public Standing standingAt(StageChange change) {
    return new Standing(
        customer,
        StageMark.of(change),
        stageChanges,
        summary,
        first,
        last,
        awaited,
        owner,
        classes);
  }

  /**
   * With another owner.
   *
   * @param other null: nobody
   * @return a new standing
   */
  public Standing withOwner(@Nullable ActorId other) {
    return new Standing(
        customer, stage, stageChanges, summary, first, last, awaited, other, classes);
  }

  /**
   * With a class, unless a later one of its kind is known.
   *
   * @param assessment of this customer
   * @return a new standing
   */
  public Standing with(Assessment assessment) {
    SortedMap<String, Classified> more = new TreeMap<>(classes);
    more.merge(
        assessment.kind(),
        new Classified(assessment.value(), assessment.asOf()),
        (known, given) -> given.asOf().isBefore(known.asOf()) ? known : given);
    return new Standing(customer, stage, stageChanges, summary, first, last, awaited, owner, more);
  }

  /**
   * What two customers are as one: the stage of the buyer, or the later one; the sum of both purchases; the owner of this
   * one, if it has one; the latest class of each kind.
   *
   * @param other the standing of the customer that turned out to be the same
   * @return of this customer
   */
  public Standing mergedWith(Standing other) {
    SortedMap<String, Classified> both = new TreeMap<>(classes);
    other.classes.forEach((kind, known) -> both.merge(kind, known, Classified::orLater));
    return new Standing(
        customer,
        stage.orStronger(other.stage),
        stageChanges,
        summary.merge(other.summary),
        earlier(first, other.first),
        later(last, other.last),
        union(awaited, other.awaited),
        owner == null ? other.owner : owner,
        both);
  }

  private Standing withCustomer(CustomerId id) {
    return new Standing(id, stage, stageChanges, summary, first, last, awaited, owner, classes);
  }

  private List<String> classKeys() {
    if (classes.isEmpty()) {
      return List.of();
    }
    return classes.entrySet().stream()
        .map(known -> known.getKey() + "=" + known.getValue().value())
        .toList();
  }

  private static @Nullable Occasion earlier(@Nullable Occasion a, @Nullable Occasion b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static @Nullable Occasion later(@Nullable Occasion a, @Nullable Occasion b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Set<PurchaseId> union(Set<PurchaseId> a, Set<PurchaseId> b) {
    Set<PurchaseId> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }
}
