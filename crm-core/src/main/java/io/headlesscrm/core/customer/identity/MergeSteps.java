package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a merge would do now, type by type. Two readings are equal when nothing of it changed in between. */
record MergeSteps(
    CustomerId winner,
    CustomerId loser,
    List<MergedField> fields,
    List<CustomerId> circle,
    List<TypeSteps<?>> types) {

  MergeSteps {
    fields = List.copyOf(fields);
    circle = List.copyOf(circle);
    types = List.copyOf(types);
  }

  /** Reads both customers and all that refers to the loser; empty when one of the two is not stored. */
  static Optional<MergeSteps> find(
      CrmStorage storage,
      TypeRegistry registry,
      CustomerId winner,
      CustomerId loser,
      FieldChoices choices) {
    Optional<Customer> kept = customer(storage, winner, loser, winner);
    Optional<Customer> gone = customer(storage, loser, loser, winner);
    if (kept.isEmpty() || gone.isEmpty()) {
      return Optional.empty();
    }
    Customer merged = choices.merged(kept.get(), gone.get());
    List<TypeSteps<?>> steps = new ArrayList<>();
    for (StoredType<?> type : registry.types()) {
      steps.add(
          type.equals(Customer.TYPE)
              ? TypeSteps.of(storage, Customer.TYPE, Optional.of(choices::merged), winner, loser)
              : steps(storage, type, winner, loser));
    }
    steps.add(TypeSteps.added(CustomerAlias.TYPE, new CustomerAlias(loser, winner)));
    return Optional.of(new MergeSteps(
        winner,
        loser,
        MergedField.of(kept.get(), gone.get(), merged, choices),
        ParentCircle.find(storage, merged, loser),
        steps));
  }

  /** What differs between two readings, at least the customer. */
  List<String> typesThatDiffer(MergeSteps other) {
    List<String> names = new ArrayList<>();
    if (!fields.equals(other.fields) || !circle.equals(other.circle)) {
      names.add(Customer.TYPE.name());
    }
    for (int i = 0; i < types.size(); i++) {
      String name = types.get(i).type().name();
      if (!types.get(i).equals(other.types.get(i)) && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  List<TypeChange> summary() {
    return types.stream()
        .map(TypeSteps::summary)
        .filter(change -> change.rewritten() + change.moved() + change.combined() > 0)
        .toList();
  }

  List<MergeImage> make(CrmStorage storage, MergeId merge, Instant at) {
    List<MergeImage> images = new ArrayList<>();
    for (TypeSteps<?> step : types) {
      step.make(storage, loser);
      images.addAll(step.images(merge, at, images.size(), winner, loser));
    }
    return images;
  }

  private static <T> TypeSteps<T> steps(
      CrmStorage storage, StoredType<T> type, CustomerId winner, CustomerId loser) {
    return TypeSteps.of(storage, type, type.findMerger(), winner, loser);
  }

  private static Optional<Customer> customer(
      CrmStorage storage, CustomerId id, CustomerId loser, CustomerId winner) {
    return storage
        .store(Customer.TYPE)
        .find(id)
        .map(found -> Customer.TYPE.customers().replaced(found.value(), loser, winner));
  }
}
