package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerChange;
import io.headlesscrm.core.customer.identity.DuplicateFinder;
import io.headlesscrm.core.customer.identity.Merge;
import io.headlesscrm.core.customer.identity.RejectedPair;
import io.headlesscrm.core.customer.ownership.Handover;
import io.headlesscrm.core.customer.privacy.Consent;
import io.headlesscrm.core.customer.privacy.ConsentPolicy;
import io.headlesscrm.core.customer.privacy.ErasureRecord;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.stage.StageRules;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.recognition.RecognitionPolicy;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * The customer side of one company: what a host starts from.
 *
 * <pre>{@code
 * Crm crm = Crm.builder(new InMemoryStorage(), Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")).build();
 * crm.customers().register(customer, by);
 * CounterAnswer answer = crm.purchases().record(purchase, by);
 * }</pre>
 *
 * <p>Each call that writes is one unit of work: it joins the transaction that the host has open, or opens one of its own.
 * When another unit wrote first, a unit of its own is tried again; in the host's, the exception is the host's to handle.
 * Thread-safe, as far as the storage is.
 */
public final class Crm {

  /** The types that the library itself stores. */
  public static final List<StoredType<?>> TYPES = Stream.<List<StoredType<?>>>of(
          List.of(
              Customer.TYPE,
              CustomerChange.TYPE,
              Standing.TYPE,
              StageChange.TYPE,
              Assessment.TYPE,
              Purchase.TYPE,
              Interaction.TYPE,
              CareTask.TYPE),
          Merge.TYPES,
          Handover.TYPES,
          List.of(RejectedPair.TYPE, Consent.TYPE, ErasureRecord.TYPE))
      .flatMap(List::stream)
      .toList();

  private final TypeRegistry registry;
  private final CrmStorage storage;
  private final Customers customers;
  private final Purchases purchases;
  private final Owners owners;
  private final Privacy privacy;
  private final Interactions interactions;
  private final Care care;
  private final Merges merges;
  private final Timeline timeline;
  private final Profiles profiles;

  private Crm(Builder settings) {
    this.registry = TypeRegistry.of(settings.types);
    this.storage = registry.guard(settings.storage);
    Units units = new Units(storage.unitOfWork());
    Counter counter = new Counter(settings);
    Standings standings = new Standings(storage);
    this.customers = new Customers(storage, units, standings, settings.stageRules, settings.zone);
    this.purchases = new Purchases(storage, units, standings, customers, counter);
    this.owners = new Owners(storage, registry, units, standings, customers, settings.zone);
    this.privacy = new Privacy(storage, registry, units, customers, settings.consentPolicy);
    this.merges = new Merges(storage, registry, units, purchases);
    this.interactions = new Interactions(storage, units, customers);
    this.care = new Care(storage, units, customers);
    this.timeline = new Timeline(storage, registry, customers);
    this.profiles = new Profiles(storage, customers, owners, timeline, counter);
  }

  /**
   * Starts the settings of a company.
   *
   * @param storage where everything is kept
   * @param currency in which values are counted
   * @param zone in which instants are dates
   * @return a builder with the defaults that its methods name
   */
  public static Builder builder(CrmStorage storage, Currency currency, ZoneId zone) {
    return new Builder(storage, currency, zone);
  }

  /**
   * The customers: registered, changed, recognised, listed.
   *
   * @return the same for the whole life
   */
  public Customers customers() {
    return customers;
  }

  /**
   * The purchases: recorded, with the answer that the counter needs.
   *
   * @return the same for the whole life
   */
  public Purchases purchases() {
    return purchases;
  }

  /**
   * The search for customers that may be the same, with the default settings.
   *
   * @return reads this storage
   */
  public DuplicateFinder duplicates() {
    return DuplicateFinder.of(storage);
  }

  /**
   * Customers that are the same, made one.
   *
   * @return the same for the whole life
   */
  public Merges merges() {
    return merges;
  }

  /**
   * Who looks after whom, handed over without loss.
   *
   * @return the same for the whole life
   */
  public Owners owners() {
    return owners;
  }

  /**
   * What customers have allowed, may see, and can have erased.
   *
   * @return the same for the whole life
   */
  public Privacy privacy() {
    return privacy;
  }

  /**
   * The contacts with customers.
   *
   * @return the same for the whole life
   */
  public Interactions interactions() {
    return interactions;
  }

  /**
   * The tasks of care: what is to be done to keep customers, and what came of it.
   *
   * @return the same for the whole life
   */
  public Care care() {
    return care;
  }

  /**
   * Everything that happened with a customer, in the order of time.
   *
   * @return the same for the whole life
   */
  public Timeline timeline() {
    return timeline;
  }

  /**
   * Everything about a customer at a glance.
   *
   * @return the same for the whole life
   */
  public Profiles profiles() {
    return profiles;
  }

  /**
   * The storage, for what the facade does not do; refuses types that are not registered.
   *
   * @return with the host's content and units
   */
  public CrmStorage storage() {
    return storage;
  }

  /**
   * All types that this company stores.
   *
   * @return the library's, then the host's
   */
  public TypeRegistry types() {
    return registry;
  }

  /** Collects the settings of a company. */
  public static final class Builder {

    final CrmStorage storage;
    final ZoneId zone;
    final List<StoredType<?>> types = new ArrayList<>(TYPES);
    final List<CounterHint> hints =
        new ArrayList<>(List.of(CounterHint.GREETING, CounterHint.OWNER));
    ExchangeRates rates;
    RecognitionPolicy recognition = RecognitionPolicy.DEFAULT;
    StageRules stageRules = StageRules.DEFAULT;
    ConsentPolicy consentPolicy = ConsentPolicy.usual();
    CustomerId walkIn = CustomerId.of("walk-in");

    private Builder(CrmStorage storage, Currency currency, ZoneId zone) {
      this.storage = requireNonNull(storage, "storage");
      this.zone = requireNonNull(zone, "zone");
      this.rates = ExchangeRates.none(currency);
    }

    /**
     * Adds the host's own types, which are then merged, handed over, exported and erased like the library's.
     *
     * @param more with names of their own
     * @return this builder
     */
    public Builder types(Collection<? extends StoredType<?>> more) {
      types.addAll(more);
      return this;
    }

    /**
     * How amounts of other currencies are converted. Default: such amounts are refused.
     *
     * @param table into the currency of the company
     * @return this builder
     * @throws IllegalArgumentException when the rates are into another currency
     */
    public Builder rates(ExchangeRates table) {
      if (!table.target().equals(rates.target())) {
        throw new IllegalArgumentException("the rates are into " + table.target()
            + ", they must be into " + rates.target() + ". Maybe the two currencies are swapped?");
      }
      rates = table;
      return this;
    }

    /**
     * When a customer is new, returning or reactivated. Default: {@link RecognitionPolicy#DEFAULT}.
     *
     * @param policy any
     * @return this builder
     */
    public Builder recognition(RecognitionPolicy policy) {
      recognition = requireNonNull(policy, "policy");
      return this;
    }

    /**
     * When a silent customer is dormant and when it is lost. Default: {@link StageRules#DEFAULT}.
     *
     * @param rules any
     * @return this builder
     */
    public Builder stageRules(StageRules rules) {
      stageRules = requireNonNull(rules, "rules");
      return this;
    }

    /**
     * What holds where a customer has said nothing. Default: {@link ConsentPolicy#usual}.
     *
     * @param policy any
     * @return this builder
     */
    public Builder consentPolicy(ConsentPolicy policy) {
      consentPolicy = requireNonNull(policy, "policy");
      return this;
    }

    /**
     * The id under which the purchases of strangers are kept. Default: {@code walk-in}.
     *
     * @param customer stands for everybody who leaves no name
     * @return this builder
     */
    public Builder walkIn(CustomerId customer) {
      walkIn = requireNonNull(customer, "customer");
      return this;
    }

    /**
     * Promises a service to customers of a class, which the counter is then told with every purchase.
     *
     * @param kind of class, such as {@code abc}
     * @param value such as {@code A}
     * @param service such as "goes first"
     * @return this builder
     */
    public Builder entitlement(String kind, String value, String service) {
      hints.add(CounterHint.entitlement(kind, value, service));
      return this;
    }

    /**
     * Adds something to say at the counter, after the greeting and the owner.
     *
     * @param hint looks at the answer so far
     * @return this builder
     */
    public Builder hint(CounterHint hint) {
      hints.add(requireNonNull(hint, "hint"));
      return this;
    }

    /**
     * The finished facade.
     *
     * @return ready to use
     * @throws IllegalArgumentException when two types have one name
     */
    public Crm build() {
      return new Crm(this);
    }
  }
}
