package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How two records of one customer become one, field by field.
 *
 * <pre>{@code
 * FieldChoices choices = FieldChoices.combined().with(CustomerField.ADDRESSES, FieldChoice.LOSER);
 * }</pre>
 *
 * <p>Two parent companies at one time cannot be: where both relationships are kept, the survivor's parent stays and the
 * other one goes. Immutable.
 */
public final class FieldChoices {

  private static final FieldChoices COMBINED = new FieldChoices(new EnumMap<>(CustomerField.class));

  private final Map<CustomerField, FieldChoice> exceptions;

  private FieldChoices(Map<CustomerField, FieldChoice> exceptions) {
    this.exceptions = exceptions;
  }

  /**
   * Every field has both values.
   *
   * @return the usual choices
   */
  public static FieldChoices combined() {
    return COMBINED;
  }

  /**
   * These choices but for one field.
   *
   * @param field which
   * @param choice whose value it has
   * @return new choices
   */
  public FieldChoices with(CustomerField field, FieldChoice choice) {
    Map<CustomerField, FieldChoice> more = new EnumMap<>(CustomerField.class);
    more.putAll(exceptions);
    more.put(requireNonNull(field, "field"), requireNonNull(choice, "choice"));
    return new FieldChoices(more);
  }

  /**
   * The choice for a field.
   *
   * @param field any
   * @return combined unless said otherwise
   */
  public FieldChoice of(CustomerField field) {
    return exceptions.getOrDefault(requireNonNull(field, "field"), FieldChoice.COMBINED);
  }

  /**
   * The merged customer.
   *
   * @param winner the survivor
   * @param loser the other one, already under the survivor's id
   * @return with the survivor's id
   */
  public Customer merged(Customer winner, Customer loser) {
    Pair pair = new Pair(winner, loser);
    return new Customer(
        winner.id(),
        of(CustomerField.KIND) == FieldChoice.LOSER ? loser.kind() : winner.kind(),
        pair.all(CustomerField.NAMES, Customer::names),
        pair.all(CustomerField.EXTERNAL_IDS, Customer::externalIds),
        pair.all(CustomerField.CONTACT_POINTS, Customer::contactPoints),
        pair.all(CustomerField.CONTACTS, Customer::contacts),
        pair.all(CustomerField.ADDRESSES, Customer::addresses),
        pair.relationships(),
        pair.all(CustomerField.NOTES, Customer::notes),
        pair.traits(),
        pair.one(CustomerField.SOURCE, Customer::source),
        pair.one(CustomerField.VERIFIED_ON, Customer::verifiedOn));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldChoices choices && exceptions.equals(choices.exceptions);
  }

  @Override
  public int hashCode() {
    return exceptions.hashCode();
  }

  private final class Pair {

    private final Customer winner;
    private final Customer loser;

    Pair(Customer winner, Customer loser) {
      this.winner = winner;
      this.loser = loser;
    }

    <T> List<T> all(CustomerField field, Function<Customer, List<T>> values) {
      return switch (of(field)) {
        case WINNER -> values.apply(winner);
        case LOSER -> values.apply(loser);
        case COMBINED -> {
          Set<T> both = new LinkedHashSet<>(values.apply(winner));
          both.addAll(values.apply(loser));
          yield List.copyOf(both);
        }
      };
    }

    <T> @Nullable T one(CustomerField field, Function<Customer, ? extends @Nullable T> value) {
      @Nullable T mine = value.apply(winner);
      @Nullable T other = value.apply(loser);
      return switch (of(field)) {
        case WINNER -> mine;
        case LOSER -> other;
        case COMBINED -> mine == null ? other : mine;
      };
    }

    SortedMap<String, String> traits() {
      SortedMap<String, String> traits = new TreeMap<>();
      FieldChoice choice = of(CustomerField.CLASSIFICATION);
      if (choice != FieldChoice.WINNER) {
        traits.putAll(loser.classification());
      }
      if (choice != FieldChoice.LOSER) {
        traits.putAll(winner.classification());
      }
      return traits;
    }

    List<Relationship> relationships() {
      List<Relationship> kept = new ArrayList<>();
      for (Relationship next : all(CustomerField.RELATIONSHIPS, Customer::relationships)) {
        boolean mine = winner.relationships().contains(next);
        if (mine || kept.stream().noneMatch(before -> isSecondParent(before, next))) {
          kept.add(next);
        }
      }
      return kept;
    }

    private boolean isSecondParent(Relationship a, Relationship b) {
      return a.kind() == RelationshipKind.PARENT_COMPANY
          && b.kind() == RelationshipKind.PARENT_COMPANY
          && winner.relationships().contains(a)
          && Validity.overlap(a.from(), a.until(), b.from(), b.until());
    }
  }
}
