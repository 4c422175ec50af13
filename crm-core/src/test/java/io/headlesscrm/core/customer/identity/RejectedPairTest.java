package io.headlesscrm.core.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RejectedPairTest {

  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void of_eitherOrder_isTheSamePair() {
    assertThat(pair("B", "A")).isEqualTo(pair("A", "B"));
    assertThat(pair("B", "A").first()).isEqualTo(CustomerId.of("A"));
  }

  @Test
  void of_idsThatContainTheSeparator_areToldApart() {
    assertThat(pair("A:B", "C").id()).isNotEqualTo(pair("A", "B:C").id());
  }

  @Test
  void of_anyPair_idNamesNeither() {
    assertThat(pair("cust-1", "cust-2").id()).doesNotContain("cust");
  }

  @Test
  void of_oneCustomer_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pair("A", "A"))
        .withMessageContaining("must be two")
        .withMessageContaining("Maybe");
  }

  @Test
  void document_writtenAndRead_isEqual() {
    RejectedPair pair = pair("A", "B");

    assertThat(RejectedPair.TYPE.read(RejectedPair.TYPE.write(pair))).isEqualTo(pair);
  }

  @Test
  void customers_oneReplaced_keepsIdAndOrder() {
    RejectedPair moved = RejectedPair.TYPE
        .customers()
        .replaced(pair("A", "B"), CustomerId.of("A"), CustomerId.of("Z"));

    assertThat(moved.id()).isEqualTo(pair("A", "B").id());
    assertThat(moved.first()).isEqualTo(CustomerId.of("B"));
    assertThat(moved.second()).isEqualTo(CustomerId.of("Z"));
    assertThat(RejectedPair.TYPE
            .customers()
            .replaced(moved, CustomerId.of("B"), CustomerId.of("Z"))
            .first())
        .isEqualTo(CustomerId.of("Z"));
  }

  private static RejectedPair pair(String one, String other) {
    return RejectedPair.of(CustomerId.of(one), CustomerId.of(other), CLERK, NOON);
  }
}
