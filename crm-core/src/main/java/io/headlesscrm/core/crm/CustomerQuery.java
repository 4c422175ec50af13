package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are listed, by what their record says and by where they stand, and in which order. Both parts are
 * criteria over indexes, which an adapter pushes down.
 *
 * <pre>{@code
 * CustomerQuery sleepers = CustomerQuery.all()
 *     .inStage(Stage.DORMANT)
 *     .inClass("abc", "A")
 *     .byValue();
 * }</pre>
 *
 * @param record over the records
 * @param standing over the standings
 * @param order by an index of the standings; null: by id
 * @param descending whether the list runs backwards
 */
public record CustomerQuery(
    Criterion<Customer> record,
    Criterion<Standing> standing,
    @Nullable Index<Standing, ?> order,
    boolean descending) {

  private static final Criterion<Standing> ANY_STANDING = Criterion.all();

  public CustomerQuery {
    requireNonNull(record, "record");
    requireNonNull(standing, "standing");
  }

  /**
   * All customers, by id.
   *
   * @return the query
   */
  public static CustomerQuery all() {
    return new CustomerQuery(Criterion.all(), ANY_STANDING, null, false);
  }

  /**
   * Only customers whose record matches too.
   *
   * @param criterion over the indexes of {@link Customer#TYPE}
   * @return a new query
   */
  public CustomerQuery where(Criterion<Customer> criterion) {
    return new CustomerQuery(record.and(criterion), standing, order, descending);
  }

  /**
   * Only customers whose standing matches too.
   *
   * @param criterion over the indexes of {@link Standing#TYPE}
   * @return a new query
   */
  public CustomerQuery standing(Criterion<Standing> criterion) {
    return new CustomerQuery(record, standing.and(criterion), order, descending);
  }

  /**
   * Only customers that have all of these words in their names or those of their contacts.
   *
   * @param words separated by white space
   * @return a new query
   */
  public CustomerQuery named(String words) {
    return where(Customer.NAMES.contains(words));
  }

  /**
   * Only customers in a stage.
   *
   * @param stage any
   * @return a new query
   */
  public CustomerQuery inStage(Stage stage) {
    return standing(Standing.STAGE.is(stage.name()));
  }

  /**
   * Only customers of a class or segment.
   *
   * @param kind such as {@code abc}
   * @param value such as {@code A}
   * @return a new query
   */
  public CustomerQuery inClass(String kind, String value) {
    return standing(Standing.CLASS.is(kind + "=" + value));
  }

  /**
   * Only customers that somebody looks after.
   *
   * @param owner who
   * @return a new query
   */
  public CustomerQuery ownedBy(ActorId owner) {
    return standing(Standing.TYPE.assignedTo(owner));
  }

  /**
   * Only customers that bought last before an instant.
   *
   * @param instant the first that does not match
   * @return a new query
   */
  public CustomerQuery lastBoughtBefore(Instant instant) {
    return standing(Standing.LAST_PURCHASE.below(instant));
  }

  /**
   * Only customers of at least a value.
   *
   * @param minorUnits spend less returns, in minor units of the company's currency
   * @return a new query
   */
  public CustomerQuery worthAtLeast(long minorUnits) {
    return standing(Standing.VALUE.atLeast(minorUnits));
  }

  /**
   * The most valuable first, then by id backwards.
   *
   * @return a new query
   */
  public CustomerQuery byValue() {
    return new CustomerQuery(record, standing, Standing.VALUE, true);
  }

  /**
   * The longest silent first, those that never bought before them, then by id.
   *
   * @return a new query
   */
  public CustomerQuery bySilence() {
    return new CustomerQuery(record, standing, Standing.LAST_PURCHASE, false);
  }

  /** Whether the standings decide what is listed, so that a customer without one is not. */
  boolean asksForStanding() {
    return order != null || !standing.equals(ANY_STANDING);
  }

  Query<Standing> standings() {
    Query<Standing> query = Query.where(standing);
    query = order == null ? query : query.orderedBy(order);
    return descending ? query.reversed() : query;
  }

  Query<Customer> records() {
    return descending ? Query.where(record).reversed() : Query.where(record);
  }
}
