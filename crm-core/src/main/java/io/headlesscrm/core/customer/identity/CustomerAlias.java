package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.util.List;

/**
 * The id of a customer that was merged into another one, so that it still leads somewhere.
 *
 * @param loser the id that has no record any more
 * @param winner whom it was merged into; may have been merged on since, see {@link Aliases}
 */
public record CustomerAlias(CustomerId loser, CustomerId winner) {

  /** The aliases that lead straight to a customer. */
  public static final Index<CustomerAlias, String> WINNER =
      Index.one("winner", KeyType.TEXT, alias -> alias.winner.value());

  /** How aliases are stored. A later merge leaves them as they are, they form a chain. */
  public static final RecordType<CustomerId, CustomerAlias> TYPE = RecordType.builder(
          "customer-alias", 1, CustomerAlias::loser, CustomerId::value)
      .document(CustomerAlias::write, CustomerAlias::read)
      .index(WINNER)
      .customers(Link.fixed(alias -> List.of(alias.loser, alias.winner)))
      .assignees(Link.none())
      .personal(PersonalData.none())
      .notOnTimeline()
      .build();

  public CustomerAlias {
    requireNonNull(loser, "loser");
    requireNonNull(winner, "winner");
    if (loser.equals(winner)) {
      throw new IllegalArgumentException("customer " + loser
          + " is its own alias, it must be another one's. Maybe the same id was given twice?");
    }
  }

  private JsonDocument write() {
    return JsonDocument.builder()
        .put("loser", loser.value())
        .put("winner", winner.value())
        .build();
  }

  private static CustomerAlias read(JsonDocument json) {
    return new CustomerAlias(CustomerId.of(json.text("loser")), CustomerId.of(json.text("winner")));
  }
}
