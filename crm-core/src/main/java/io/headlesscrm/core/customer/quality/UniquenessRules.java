package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules that find what is there twice. */
public final class UniquenessRules {

  private UniquenessRules() {}

  /**
   * {@code repeated-parts}: names, numbers, addresses and contact points that one record holds twice. The same number for
   * the customer and for one of its contacts is none.
   *
   * @return looks at every such part
   */
  public static QualityRule repeatedParts() {
    return QualityRule.of("repeated-parts", Dimension.UNIQUENESS, UniquenessRules::repeated);
  }

  /**
   * {@code duplicates}: customers that may be on file under another id too.
   *
   * @param duplicates knows them
   * @return looks at one thing
   */
  public static QualityRule sharedWith(DuplicateSource duplicates) {
    requireNonNull(duplicates, "duplicates");
    return QualityRule.of("duplicates", Dimension.UNIQUENESS, (customer, day) -> {
      Set<CustomerId> others = new TreeSet<>(duplicates.duplicatesOf(customer));
      return others.isEmpty()
          ? new Inspected(1, List.of())
          : Inspected.of(false, duplicate(others));
    });
  }

  private static Inspected repeated(Customer customer, LocalDate day) {
    List<List<?>> kinds = List.of(
        customer.names(),
        customer.externalIds(),
        customer.addresses(),
        customer.contactPoints().stream().map(UniquenessRules::key).toList());
    List<String> names = List.of("name", "number", "address", "contact-point");
    List<Reason> problems = new ArrayList<>();
    int checked = 0;
    for (int i = 0; i < kinds.size(); i++) {
      checked += kinds.get(i).size();
      int repeated = kinds.get(i).size() - new HashSet<Object>(kinds.get(i)).size();
      Reason problem = Reason.of("quality.repeated-" + names.get(i));
      problems.addAll(Collections.nCopies(repeated, problem));
    }
    return new Inspected(checked, problems);
  }

  /** One that has nothing to compare is still compared as it is written. */
  private static String key(ContactPoint point) {
    String key = point.key();
    return key.isEmpty() ? point.channel() + " " + point.value() : key;
  }

  private static Reason duplicate(Set<CustomerId> others) {
    return Reason.of("quality.duplicate")
        .with("customers", others.size())
        .withValue("first", others.iterator().next().value());
  }
}
