package io.headlesscrm.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Erasure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerChangeTest {

  private static final CustomerId C1 = CustomerId.of("C1");
  private static final Instant DAY_1 = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant DAY_2 = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant DAY_3 = Instant.parse("2026-03-03T09:00:00Z");

  private static final Customer FIRST =
      Customer.organisation(C1, "Old Name Ltd.").build();
  private static final Customer SECOND = FIRST.toBuilder().source("fair").build();
  private static final Customer THIRD = Customer.organisation(C1, "New Name Ltd.")
      .name(NameKind.FORMER, "Old Name Ltd.")
      .source("fair")
      .trait("industry", "toys")
      .build();

  private static final List<CustomerChange> CHANGES = List.of(
      CustomerChange.filed(FIRST, by("counter", DAY_1)),
      CustomerChange.between(FIRST, SECOND, 2, by("marketing", DAY_2)),
      CustomerChange.between(SECOND, THIRD, 3, by("sales", DAY_3)));

  @Test
  void between_twoRecords_namesOfTheFieldsThatDiffer() {
    assertThat(CHANGES.get(0).fields()).containsExactly("names");
    assertThat(CHANGES.get(1).fields()).containsExactly("source");
    assertThat(CHANGES.get(2).fields()).containsExactly("names", "classification");
  }

  @Test
  void findAsOf_everyDay_whatWasValidThen() {
    assertThat(CustomerChange.findAsOf(THIRD, CHANGES, DAY_1.minusNanos(1))).isEmpty();
    assertThat(CustomerChange.findAsOf(THIRD, CHANGES, DAY_1)).contains(FIRST);
    assertThat(CustomerChange.findAsOf(THIRD, CHANGES, DAY_2.minusNanos(1))).contains(FIRST);
    assertThat(CustomerChange.findAsOf(THIRD, CHANGES, DAY_2)).contains(SECOND);
    assertThat(CustomerChange.findAsOf(THIRD, CHANGES, DAY_3)).contains(THIRD);
    assertThat(CustomerChange.findAsOf(null, CHANGES, DAY_3)).isEmpty();
  }

  @Test
  void document_roundTrip() {
    for (CustomerChange change : CHANGES) {
      assertThat(CustomerChange.TYPE.read(
              JsonDocument.parse(CustomerChange.TYPE.write(change).toString())))
          .isEqualTo(change);
    }
  }

  @Test
  void erasure_leavesWhoWhatAndWhen() {
    CustomerChange change = CHANGES.get(2);
    Erasure<CustomerChange> erasure = CustomerChange.TYPE.personalData().erasure(change, C1);

    assertThat(CustomerChange.TYPE.personalData().texts(change, C1))
        .containsExactly("Old Name Ltd.");
    CustomerChange rest = ((Erasure.Anonymise<CustomerChange>) erasure).rest();
    assertThat(CustomerChange.TYPE.write(rest).toString()).doesNotContain("Old Name");
    assertThat(rest.fields()).isEqualTo(change.fields());
    assertThat(rest.by()).isEqualTo(change.by());
  }

  private static Attribution by(String department, Instant at) {
    return Attribution.of("anna", department, at);
  }
}
