package io.headlesscrm.core.customer.privacy;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Change;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Erasure;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one erasure does to the values of one type; equal when it would do the same to the same versions.
 *
 * @param within the values of the customer
 * @param keptTexts the personal texts of what must stay, by id
 * @param texts every personal text of before
 */
record ErasureSteps<T>(
    StoredType<T> type,
    Criterion<T> within,
    List<Change<T>> changes,
    TypeErasure summary,
    Map<String, Set<String>> keptTexts,
    Set<String> texts) {

  static <T> ErasureSteps<T> of(CrmStorage storage, StoredType<T> type, Set<CustomerId> customers) {
    Criterion<T> within = new Criterion.Or<>(customers.stream().map(type::of).toList());
    Walk<T> walk = new Walk<>(type, customers);
    Contents.of(storage, type).forEach(within, walk::add);
    return walk.steps(within);
  }

  void make(CrmStorage storage) {
    Contents.of(storage, type).make(within, changes);
  }

  private static final class Walk<T> {

    private final StoredType<T> type;
    private final Set<CustomerId> customers;
    private final List<Change<T>> changes = new ArrayList<>();
    private final Map<Reason, Integer> retained = new LinkedHashMap<>();
    private final Map<String, Set<String>> keptTexts = new LinkedHashMap<>();
    private final Set<String> texts = new HashSet<>();
    private int deleted;

    Walk(StoredType<T> type, Set<CustomerId> customers) {
      this.type = type;
      this.customers = customers;
    }

    /** A value may belong to the customer under two ids; each of them may want something of it. */
    void add(Versioned<T> held) {
      @Nullable T rest = held.value();
      @Nullable Reason why = null;
      for (CustomerId customer : customers) {
        if (rest != null && type.customers().targets(rest).contains(customer)) {
          texts.addAll(type.personalData().texts(rest, customer));
          Erasure<T> erasure = type.personalData().erasure(rest, customer);
          if (erasure instanceof Erasure.Retain<T> retain) {
            why = retain.reason();
            keepTexts(rest, customer);
          } else {
            rest = erasure instanceof Erasure.Anonymise<T> anonymise ? anonymise.rest() : null;
          }
        }
      }
      note(held, rest, why);
    }

    private void note(Versioned<T> held, @Nullable T rest, @Nullable Reason why) {
      if (rest == null) {
        changes.add(Change.removed(held));
        deleted++;
      } else if (!rest.equals(held.value())) {
        changes.add(Change.replaced(held, rest));
      } else if (why != null) {
        retained.merge(why, 1, Integer::sum);
      }
    }

    private void keepTexts(T value, CustomerId customer) {
      keptTexts
          .computeIfAbsent(type.idText(value), id -> new HashSet<>())
          .addAll(type.personalData().texts(value, customer));
    }

    ErasureSteps<T> steps(Criterion<T> within) {
      return new ErasureSteps<>(
          type,
          within,
          List.copyOf(changes),
          new TypeErasure(type.name(), changes.size() - deleted, deleted, retained),
          keptTexts,
          texts);
    }
  }
}
