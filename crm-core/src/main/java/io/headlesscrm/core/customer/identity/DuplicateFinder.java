package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.name.Romanisation;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.WriteOutcome;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * Finds records that are one customer, by names, numbers, phone numbers, mail addresses and streets: among all customers
 * of a storage, or for the one that is being entered.
 *
 * <pre>{@code
 * DuplicateFinder finder = DuplicateFinder.of(storage);
 * for (DuplicatePair pair : finder.search().pairs(Verdict.REVIEW)) {
 *   ask(pair.first(), pair.second(), pair.reasons());
 * }
 * finder.searchFor(typedIn).pairs(); // who may this be?
 * finder.reject(pair.first(), pair.second(), clerk, now); // is not proposed again
 * }</pre>
 *
 * <p>The score is a probability after I. P. Fellegi and A. B. Sunter (1969): each clue adds bits for or against, a rare
 * name more than a common one, a phone of many customers less than one of two. The weights are set by judgement; what
 * they are worth on a base of one's own is seen by looking at a hundred pairs around each threshold.
 *
 * <p>Names that share no typed part (another name in another script without {@link Romanisation}, two mistakes in a short
 * name) are found by number, phone, mail address or street alone. Immutable and thread-safe.
 */
public final class DuplicateFinder {

  /** A score from which on two records are certainly one. */
  public static final double DEFAULT_CERTAIN = 0.90;

  /** A score from which on somebody should look at two records. */
  public static final double DEFAULT_REVIEW = 0.20;

  /** So many customers with one key in common are compared each with each. */
  public static final int DEFAULT_LARGEST_BLOCK = 500;

  /** So many customers are taken to be there when one is searched for. */
  public static final long DEFAULT_CUSTOMERS = 100_000;

  private final CrmStorage storage;
  private final SearchSettings settings;

  private DuplicateFinder(Builder parts) {
    this.storage = parts.storage;
    this.settings = new SearchSettings(
        parts.certain, parts.review, parts.largestBlock, parts.customers, parts.romanisation);
  }

  /**
   * A finder with the default settings.
   *
   * @param storage holds {@link Customer#TYPE} and {@link RejectedPair#TYPE}
   * @return the finder
   */
  public static DuplicateFinder of(CrmStorage storage) {
    return builder(storage).build();
  }

  /**
   * Starts a finder.
   *
   * @param storage holds {@link Customer#TYPE} and {@link RejectedPair#TYPE}
   * @return a builder with the default settings
   */
  public static Builder builder(CrmStorage storage) {
    return new Builder(storage);
  }

  /**
   * Searches all customers on the caller's thread. Reads them once; keeps about 2 kB of memory for each.
   *
   * @return the same for the same customers
   * @throws IllegalStateException when there are 16 million customers or more
   */
  public DuplicateSearch search() {
    return search(Runnable::run);
  }

  /**
   * Searches all customers; they are read on the caller's thread and compared by an executor.
   *
   * @param executor runs up to 64 tasks; the result does not depend on it
   * @return the same for the same customers
   * @throws IllegalStateException when there are 16 million customers or more
   */
  public DuplicateSearch search(Executor executor) {
    return BatchSearch.over(storage, settings, requireNonNull(executor, "executor"));
  }

  /**
   * Searches for one customer through the indexes of {@link Customer#TYPE}, without a look at all others. How rare a name
   * is, is partly assumed, as only those who share a key are read; the sound of names is not indexed.
   *
   * @param customer stored or not; never paired with itself
   * @return all pairs contain the customer
   */
  public DuplicateSearch searchFor(Customer customer) {
    return new OnlineSearch(storage, settings, requireNonNull(customer, "customer")).run();
  }

  /**
   * Keeps in mind that two customers are two, so that they are not proposed again, not even when one of them has been
   * merged with a third. One unit of work.
   *
   * @param first one customer
   * @param second another one
   * @param by who looked
   * @param at when
   * @return refused when the pair was rejected before, which changes nothing
   */
  public WriteOutcome<RejectedPair> reject(
      CustomerId first, CustomerId second, ActorId by, Instant at) {
    RejectedPair pair = RejectedPair.of(first, second, by, at);
    return storage.unitOfWork().required(() -> storage.store(RejectedPair.TYPE).insert(pair));
  }

  /** Collects the settings. */
  public static final class Builder {

    private final CrmStorage storage;
    private double certain = DEFAULT_CERTAIN;
    private double review = DEFAULT_REVIEW;
    private int largestBlock = DEFAULT_LARGEST_BLOCK;
    private long customers = DEFAULT_CUSTOMERS;
    private Romanisation romanisation = Romanisation.none();

    private Builder(CrmStorage storage) {
      this.storage = requireNonNull(storage, "storage");
    }

    /**
     * From which scores on there is a verdict.
     *
     * @param reviewFrom in (0, 1], default {@value #DEFAULT_REVIEW}
     * @param certainFrom at least {@code reviewFrom}, at most 1, default {@value #DEFAULT_CERTAIN}
     * @return this builder
     */
    public Builder thresholds(double reviewFrom, double certainFrom) {
      if (!(reviewFrom > 0 && reviewFrom <= certainFrom && certainFrom <= 1)) {
        throw new IllegalArgumentException("thresholds are " + reviewFrom + " and " + certainFrom
            + ", they must be in (0, 1] and the lower one first. Maybe they are percents?");
      }
      this.review = reviewFrom;
      this.certain = certainFrom;
      return this;
    }

    /**
     * How many customers with one key in common are compared each with each.
     *
     * @param customers at least 2, default {@value #DEFAULT_LARGEST_BLOCK}
     * @return this builder
     */
    public Builder largestBlock(int customers) {
      if (customers < 2) {
        throw new IllegalArgumentException("the largest block has " + customers
            + " customers, it must have at least 2. Maybe it should stay at its default?");
      }
      this.largestBlock = customers;
      return this;
    }

    /**
     * How many customers there are, roughly, when one is searched for: the more, the likelier is chance agreement.
     *
     * @param count at least 1, default {@value #DEFAULT_CUSTOMERS}
     * @return this builder
     */
    public Builder customers(long count) {
      if (count < 1) {
        throw new IllegalArgumentException(
            "customers is " + count + ", it must be at least 1. Maybe the base is new and empty?");
      }
      this.customers = count;
      return this;
    }

    /**
     * How Chinese names sound.
     *
     * @param sound default: not known
     * @return this builder
     */
    public Builder romanisation(Romanisation sound) {
      this.romanisation = requireNonNull(sound, "sound");
      return this;
    }

    /**
     * The finished finder.
     *
     * @return the finder
     */
    public DuplicateFinder build() {
      return new DuplicateFinder(this);
    }
  }
}
