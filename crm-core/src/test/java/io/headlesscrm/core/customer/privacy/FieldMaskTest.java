package io.headlesscrm.core.customer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerField;
import io.headlesscrm.core.customer.CustomerKind;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldMaskTest {

  private static final Customer CUSTOMER = Customer.organisation(CustomerId.of("C"), "Alpha Ltd.")
      .contactPoint(ContactPoint.of(ContactChannel.PHONE, "13800138000"))
      .trait("industry", "toys")
      .source("fair")
      .verifiedOn(LocalDate.of(2026, 3, 1))
      .build();

  private static final FieldRights RIGHTS =
      FieldRights.none().with("carrier", Set.of(CustomerField.NAMES, CustomerField.SOURCE));

  @Test
  void document_role_unallowedFieldsMaskedAndNamed() {
    JsonDocument seen = RIGHTS.of("carrier").document(CUSTOMER);

    assertThat(seen.texts("masked"))
        .containsExactly("contactPoints", "classification", "verifiedOn");
    assertThat(seen.object("customer").text("source")).isEqualTo("fair");
    assertThat(seen.toString()).contains("Alpha Ltd.").doesNotContain("13800138000", "toys");
  }

  @Test
  void masked_unknownRole_idAndKindAlone() {
    Customer seen = RIGHTS.of("stranger").masked(CUSTOMER);

    assertThat(seen.id()).isEqualTo(CUSTOMER.id());
    assertThat(seen.kind()).isEqualTo(CustomerKind.ORGANISATION);
    assertThat(Arrays.stream(CustomerField.values())
            .filter(field -> field != CustomerField.KIND)
            .flatMap(field -> field.values(seen).stream()))
        .isEmpty();
  }

  @Test
  void masked_everyField_equalToTheCustomer() {
    FieldMask all = FieldMask.showing(Set.of(CustomerField.values()));

    assertThat(all.masked(CUSTOMER)).isEqualTo(CUSTOMER);
    assertThat(all.document(CUSTOMER).texts("masked")).isEmpty();
  }

  @Test
  void members_everyField_asInTheDocument() {
    JsonDocument document = Customer.TYPE.write(CUSTOMER);

    assertThat(Arrays.stream(CustomerField.values()).map(CustomerField::member))
        .containsAll(
            document.names().stream().filter(name -> !name.equals("id")).toList())
        .hasSize(Customer.class.getRecordComponents().length - 1);
  }
}
