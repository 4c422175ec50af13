package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerField;
import io.headlesscrm.core.customer.FieldChoice;
import io.headlesscrm.core.customer.FieldChoices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One field of a merged customer.
 *
 * @param field which
 * @param choice how it was decided
 * @param kept what the merged customer has, each with where it comes from
 * @param dropped what one of the two had and the merged customer has not
 */
public record MergedField(
    CustomerField field, FieldChoice choice, List<Value> kept, List<Value> dropped) {

  public MergedField {
    requireNonNull(field, "field");
    requireNonNull(choice, "choice");
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
  }

  /**
   * One value of a field.
   *
   * @param value a name, contact point, trait and so on
   * @param origin who had it
   */
  public record Value(Object value, Origin origin) {

    public Value {
      requireNonNull(value, "value");
      requireNonNull(origin, "origin");
    }

    /** The origin alone: the value may be personal. */
    @Override
    public String toString() {
      return "value of " + origin;
    }
  }

  static List<MergedField> of(
      Customer winner, Customer loser, Customer merged, FieldChoices choices) {
    return Arrays.stream(CustomerField.values())
        .map(field -> new MergedField(
            field,
            choices.of(field),
            values(field.values(merged), field.values(winner), field.values(loser)),
            dropped(field, winner, loser, merged)))
        .toList();
  }

  private static List<Value> dropped(
      CustomerField field, Customer winner, Customer loser, Customer merged) {
    List<Object> gone = new ArrayList<>(field.values(winner));
    field.values(loser).stream().filter(value -> !gone.contains(value)).forEach(gone::add);
    gone.removeAll(field.values(merged));
    return values(gone, field.values(winner), field.values(loser));
  }

  private static List<Value> values(List<?> values, List<?> winners, List<?> losers) {
    List<Value> sourced = new ArrayList<>();
    for (Object value : values) {
      boolean mine = winners.contains(value);
      boolean other = losers.contains(value);
      sourced.add(
          new Value(value, mine && other ? Origin.BOTH : mine ? Origin.WINNER : Origin.LOSER));
    }
    return sourced;
  }
}
