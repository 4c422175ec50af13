package io.headlesscrm.core.customer.quality;

import static io.headlesscrm.core.customer.quality.Records.TODAY;
import static io.headlesscrm.core.customer.quality.Records.good;
import static io.headlesscrm.core.customer.quality.Records.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadGateTest {

  private static final LoadGate GATE = LoadGate.of(QualityRules.standard(365));

  @Test
  void decide_goodRecord_passes() {
    LoadDecision decision = GATE.decide(good("A").build(), TODAY);

    assertThat(decision.passes()).isTrue();
    assertThat(decision.warnings()).isEmpty();
  }

  @Test
  void decide_wrongNumber_refusedWithTheReason() {
    Customer customer =
        good("A").externalId(number("uscc", "91350100M000100Y44")).build();

    LoadDecision decision = GATE.decide(customer, TODAY);

    assertThat(decision.passes()).isFalse();
    assertThat(decision.refusals())
        .extracting(Reason::toString)
        .containsExactly("the check digit of the uscc number is wrong");
  }

  @Test
  void decide_incompleteAndOld_passesWithWarnings() {
    Customer customer = good("A").addresses(List.of()).verifiedOn(null).build();

    LoadDecision decision = GATE.decide(customer, TODAY);

    assertThat(decision.passes()).isTrue();
    assertThat(decision.warnings())
        .extracting(Reason::toString)
        .containsExactly("not known: an address", "nobody has ever verified it");
  }

  @Test
  void decide_onFileAlready_refused() {
    Customer known = good("A").externalId(number("erp", "17")).build();
    Customer again = good("B").externalId(number("erp", "17")).build();
    QualityRules rules = QualityRules.of(
        List.of(UniquenessRules.sharedWith(DuplicateSource.exact(Records.stored(List.of(known))))));

    assertThat(LoadGate.of(rules).decide(again, TODAY).refusals())
        .extracting(Reason::toString)
        .containsExactly("may be the same as A; 1 customer in all");
    assertThat(LoadGate.of(rules).decide(known, TODAY).passes()).isTrue();
  }

  /** Three of six facts are known: 0.5. */
  @Test
  void decide_leastScore_justReachedPasses() {
    QualityRules facts = QualityRules.of(List.of(CompletenessRules.contactFacts()));
    Customer half = good("A").addresses(List.of()).notes(List.of()).build();
    LoadGate gate = LoadGate.of(facts, Set.of());

    assertThat(gate.withLeastScore(0.5).decide(half, TODAY).passes()).isTrue();
    assertThat(gate.withLeastScore(0.51).decide(half, TODAY).refusals())
        .extracting(Reason::toString)
        .containsExactly("its score is 0.50, it must be at least 0.51");
    assertThatIllegalArgumentException().isThrownBy(() -> gate.withLeastScore(50));
  }
}
