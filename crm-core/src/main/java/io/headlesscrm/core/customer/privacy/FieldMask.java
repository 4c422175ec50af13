package io.headlesscrm.core.customer.privacy;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerField;
import io.headlesscrm.core.customer.FieldChoice;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.json.JsonDocument;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which fields of a customer somebody sees. The id and the kind are seen by all. Immutable. */
public final class FieldMask {

  private final Set<CustomerField> visible;

  private FieldMask(Set<CustomerField> visible) {
    this.visible = visible;
  }

  /**
   * Only some fields.
   *
   * @param visible which are seen
   * @return the mask
   */
  public static FieldMask showing(Collection<CustomerField> visible) {
    Set<CustomerField> all = EnumSet.of(CustomerField.KIND);
    all.addAll(visible);
    return new FieldMask(all);
  }

  /**
   * Whether a field is seen.
   *
   * @param field any
   * @return false when it is masked
   */
  public boolean shows(CustomerField field) {
    return visible.contains(field);
  }

  /**
   * What is seen of a customer.
   *
   * @param customer any
   * @return a copy without the masked fields
   */
  public Customer masked(Customer customer) {
    FieldChoices choices = FieldChoices.combined();
    for (CustomerField field : CustomerField.values()) {
      choices = choices.with(field, shows(field) ? FieldChoice.LOSER : FieldChoice.WINNER);
    }
    Customer nothing = Customer.person(customer.id(), "nobody").names(List.of()).build();
    return choices.merged(nothing, customer);
  }

  /**
   * What is seen of a customer, with the names of the fields that it has and that are masked, so that nobody takes masked
   * for missing.
   *
   * @param customer any
   * @return {@code customer}: its document without the masked fields, and {@code masked}
   */
  public JsonDocument document(Customer customer) {
    List<String> hidden = Arrays.stream(CustomerField.values())
        .filter(field -> !shows(field) && !field.values(customer).isEmpty())
        .map(CustomerField::member)
        .toList();
    return JsonDocument.builder()
        .put("customer", Customer.TYPE.write(masked(customer)))
        .putTexts("masked", hidden)
        .build();
  }
}
