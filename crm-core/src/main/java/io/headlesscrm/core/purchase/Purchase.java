package io.headlesscrm.core.purchase;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One commercial transaction of a customer: an order, a shipment, an invoice or a credit note.
 *
 * @param id the number of the order, shipment or invoice; a second purchase with this id is the same purchase
 * @param customer who bought
 * @param instant when; which day that is depends on the zone of the log
 * @param amount what it came to; negative for a credit note
 * @param lines what was bought; may be empty
 * @param channel how it came in, such as {@code counter} or {@code web}; null when not known
 * @param cost what it cost the company; null when not known
 * @param reversalOf the purchase that this credit note takes back; null when it is none or names none
 * @param parties who else takes part, such as the consignee; not the customer's own history
 */
public record Purchase(
    PurchaseId id,
    CustomerId customer,
    Instant instant,
    Money amount,
    List<PurchaseLine> lines,
    @Nullable String channel,
    @Nullable Money cost,
    @Nullable PurchaseId reversalOf,
    List<PurchaseParty> parties) {

  /** The purchases that a customer paid for, in contrast to those in which it takes another part. */
  public static final Index<Purchase, String> BUYER =
      Index.one("buyer", KeyType.TEXT, purchase -> purchase.customer.value());

  /** The credit notes of a purchase. */
  public static final Index<Purchase, String> REVERSAL_OF = Index.one(
      "reversal-of",
      KeyType.TEXT,
      purchase -> purchase.reversalOf == null ? null : purchase.reversalOf.value());

  /** How purchases are stored. An erasure keeps them, as accounts must be, under an id that names nobody any more. */
  public static final FactType<Purchase> TYPE = FactType.<Purchase>builder(
          "purchase", 1, purchase -> purchase.id.value(), Purchase::instant)
      .document(PurchaseForm::write, PurchaseForm::read)
      .index(BUYER)
      .index(REVERSAL_OF)
      .customers(Link.many(Purchase::customers, Purchase::withCustomer))
      .assignees(Link.none())
      .personal(
          PersonalData.retained(purchase -> List.of(), Reason.of("purchase.kept-for-accounts")))
      .timeline(Purchase::summary)
      .build();

  public Purchase {
    requireNonNull(id, "id");
    requireNonNull(customer, "customer");
    requireNonNull(instant, "instant");
    requireNonNull(amount, "amount");
    lines = List.copyOf(lines);
    parties = List.copyOf(parties);
    if (id.equals(reversalOf)) {
      throw new IllegalArgumentException("purchase " + id
          + " reverses itself. Maybe the number of the reversed invoice belongs there?");
    }
    if (reversalOf != null && amount.minorUnits() > 0) {
      throw new IllegalArgumentException("purchase " + id + " reverses " + reversalOf
          + " with an amount of " + amount + ", it must be at most 0. Maybe the sign is missing?");
    }
  }

  /**
   * Starts a purchase.
   *
   * @param id its number
   * @param customer who bought
   * @param instant when
   * @return a builder that still needs an amount or lines
   */
  public static Builder builder(PurchaseId id, CustomerId customer, Instant instant) {
    return new Builder(id, customer, instant);
  }

  /**
   * What the purchase is as a whole, by its amount and reversal.
   *
   * @return a return when it reverses another purchase or its amount is below zero; free of charge when it has lines
   *     and none of them is a sale; else a sale
   */
  public PurchaseKind kind() {
    if (reversalOf != null || amount.minorUnits() < 0) {
      return PurchaseKind.RETURN;
    }
    boolean nothingSold =
        !lines.isEmpty() && lines.stream().noneMatch(line -> line.kind() == PurchaseKind.SALE);
    return nothingSold ? PurchaseKind.FREE_OF_CHARGE : PurchaseKind.SALE;
  }

  /**
   * The same purchase of another customer.
   *
   * @param buyer who bought
   * @return this purchase when it is that customer's already
   */
  public Purchase withCustomer(CustomerId buyer) {
    return buyer.equals(customer)
        ? this
        : new Purchase(id, buyer, instant, amount, lines, channel, cost, reversalOf, parties);
  }

  /**
   * The same purchase with the ids of its parties brought up to date.
   *
   * @param ids gives the id that a party has now
   * @return this purchase when it has no party
   */
  public Purchase withParties(UnaryOperator<CustomerId> ids) {
    return parties.isEmpty()
        ? this
        : new Purchase(
            id,
            customer,
            instant,
            amount,
            lines,
            channel,
            cost,
            reversalOf,
            parties.stream()
                .map(party -> new PurchaseParty(party.role(), ids.apply(party.customer())))
                .toList());
  }

  private Set<CustomerId> customers() {
    if (parties.isEmpty()) {
      return Set.of(customer);
    }
    Set<CustomerId> all = new LinkedHashSet<>();
    all.add(customer);
    parties.forEach(party -> all.add(party.customer()));
    return all;
  }

  private Purchase withCustomer(CustomerId from, CustomerId to) {
    return new Purchase(
        id,
        customer.equals(from) ? to : customer,
        instant,
        amount,
        lines,
        channel,
        cost,
        reversalOf,
        parties.stream().map(party -> party.withCustomer(from, to)).toList());
  }

  private Reason summary() {
    return Reason.of("purchase." + kind().name().toLowerCase(Locale.ROOT))
        .withValue("id", id.value())
        .withValue("amount", amount.toString());
  }

  /** Collects the parts of a purchase. */
  public static final class Builder {

    private final PurchaseId id;
    private final CustomerId customer;
    private final Instant instant;
    private final List<PurchaseLine> lines = new ArrayList<>();
    private @Nullable Money amount;
    private @Nullable String channel;
    private @Nullable Money cost;
    private @Nullable PurchaseId reversalOf;
    private final List<PurchaseParty> parties = new ArrayList<>();

    private Builder(PurchaseId id, CustomerId customer, Instant instant) {
      this.id = id;
      this.customer = customer;
      this.instant = instant;
    }

    /**
     * What the purchase came to.
     *
     * @param amount negative for a credit note
     * @return this builder
     */
    public Builder amount(Money amount) {
      this.amount = amount;
      return this;
    }

    /**
     * Adds a line.
     *
     * @param line what was bought
     * @return this builder
     */
    public Builder line(PurchaseLine line) {
      lines.add(line);
      return this;
    }

    /**
     * How the purchase came in.
     *
     * @param channel such as {@code web}
     * @return this builder
     */
    public Builder channel(String channel) {
      this.channel = channel;
      return this;
    }

    /**
     * What the purchase cost the company.
     *
     * @param cost in any currency
     * @return this builder
     */
    public Builder cost(Money cost) {
      this.cost = cost;
      return this;
    }

    /**
     * The purchase that this credit note takes back.
     *
     * @param reversed its number
     * @return this builder
     */
    public Builder reversalOf(PurchaseId reversed) {
      this.reversalOf = reversed;
      return this;
    }

    /**
     * Adds somebody who takes part.
     *
     * @param role such as {@code CONSIGNEE}
     * @param party another customer, or the same one
     * @return this builder
     */
    public Builder party(PartyRole role, CustomerId party) {
      parties.add(new PurchaseParty(role, party));
      return this;
    }

    /**
     * The finished purchase.
     *
     * @return the purchase
     * @throws IllegalArgumentException when it has no amount
     */
    public Purchase build() {
      if (amount == null) {
        throw new IllegalArgumentException(
            "purchase " + id + " has no amount. Maybe amountOfLines(currency) is what you want?");
      }
      return new Purchase(id, customer, instant, amount, lines, channel, cost, reversalOf, parties);
    }

    /**
     * Takes the sum of the lines so far, each rounded half up to minor units, as the amount.
     *
     * @param currency of the unit prices
     * @return this builder
     */
    public Builder amountOfLines(Currency currency) {
      Money sum = new Money(0, currency);
      for (PurchaseLine line : lines) {
        sum = sum.plus(line.amount(currency));
      }
      return amount(sum);
    }
  }
}
