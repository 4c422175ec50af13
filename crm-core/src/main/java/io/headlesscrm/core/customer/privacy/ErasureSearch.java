package io.headlesscrm.core.customer.privacy;

import io.headlesscrm.core.customer.identity.StoredValue;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads everything and looks for texts that should be gone. */
final class ErasureSearch {

  private static final int LONG_ENOUGH = 6;

  private final Set<CustomerId> customers;
  private final Set<String> texts;
  private final List<String> longTexts;
  private final List<StoredValue> left = new ArrayList<>();
  private final List<StoredValue> retained = new ArrayList<>();
  private final List<StoredValue> elsewhere = new ArrayList<>();
  private long searched;

  private ErasureSearch(Set<CustomerId> customers, Set<String> texts) {
    this.customers = customers;
    this.texts = texts;
    this.longTexts = texts.stream()
        .filter(text -> text.codePointCount(0, text.length()) >= LONG_ENOUGH)
        .toList();
  }

  static ErasureProof run(
      CrmStorage storage, Set<CustomerId> customers, List<ErasureSteps<?>> erased) {
    Set<String> texts = new HashSet<>();
    erased.forEach(steps -> texts.addAll(steps.texts()));
    texts.removeIf(String::isBlank);
    ErasureSearch search = new ErasureSearch(customers, texts);
    erased.forEach(steps -> search.searchType(storage, steps));
    return new ErasureProof(search.searched, search.left, search.retained, search.elsewhere);
  }

  private <T> void searchType(CrmStorage storage, ErasureSteps<T> steps) {
    Contents.of(storage, steps.type()).forEach(Criterion.all(), held -> {
      searched++;
      Set<String> found = found(steps.type().write(held.value()).leaves().values());
      if (!found.isEmpty()) {
        place(steps, held.value(), found);
      }
    });
  }

  private <T> void place(ErasureSteps<T> steps, T value, Set<String> found) {
    String id = steps.type().idText(value);
    boolean own = steps.type().customers().targets(value).stream().anyMatch(customers::contains);
    boolean kept = steps.keptTexts().getOrDefault(id, Set.of()).containsAll(found);
    (own ? kept ? retained : left : elsewhere).add(new StoredValue(steps.type().name(), id));
  }

  private Set<String> found(Collection<String> leaves) {
    Set<String> found = new HashSet<>();
    for (String leaf : leaves) {
      if (texts.contains(leaf)) {
        found.add(leaf);
      }
      longTexts.stream().filter(leaf::contains).forEach(found::add);
    }
    return found;
  }
}
