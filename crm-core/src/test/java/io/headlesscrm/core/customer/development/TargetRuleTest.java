package io.headlesscrm.core.customer.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetRuleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final TargetRule RULE = new TargetRule(
      "toys to Europe",
      5,
      List.of(
          TargetTrait.classified(3, "industry", Set.of("toys", "shoes")),
          TargetTrait.country(1, Set.of("CN")),
          TargetTrait.need(2),
          TargetTrait.decider(1)));

  /** Industry 3 and need 2 make 5; the decider is not known and the country is another. */
  private static final Customer FITTING = Customer.organisation(CustomerId.of("A"), "A")
      .trait("industry", "toys")
      .address(new Address("1 Harbour Road", null, null, null, "VN"))
      .note(new Note(NoteKind.NEED, "weekly sea freight", "fair", "sales", TODAY.plusDays(1)))
      .contact(Contact.of("Wu"))
      .build();

  @Test
  void propose_enoughPoints_targetWithReasons() {
    TargetProposal proposal = RULE.propose(FITTING, TODAY);

    assertThat(proposal.stage()).isEqualTo(Stage.TARGET);
    assertThat(proposal.points()).isEqualTo(5);
    assertThat(proposal.summary()).hasToString("target for toys to Europe: 5 of 5 points needed");
    assertThat(proposal.reasons())
        .extracting(Reason::toString)
        .containsExactly(
            "industry: 3 points",
            "country is not known or does not fit: 1 point missed",
            "need: 2 points",
            "decider is not known or does not fit: 1 point missed");
    assertThat(proposal.summary().text(Locale.CHINESE)).contains("目标客户");
  }

  @Test
  void propose_needExpired_potential() {
    TargetProposal proposal = RULE.propose(FITTING, TODAY.plusDays(1));

    assertThat(proposal.stage()).isEqualTo(Stage.POTENTIAL);
    assertThat(proposal.summary())
        .hasToString("not yet a target for toys to Europe: 3 of 5 points needed");
  }

  @Test
  void propose_countryAndDecider_count() {
    Customer customer = FITTING.toBuilder()
        .address(new Address("2 Harbour Road", null, null, null, "CN"))
        .contact(new Contact("Wang", null, true, List.of()))
        .build();

    assertThat(RULE.propose(customer, TODAY).points()).isEqualTo(7);
  }

  @Test
  void findMove_prospectsOnly_bothWays() {
    assertThat(RULE.findMove(Stage.POTENTIAL, false, FITTING, TODAY))
        .map(TargetProposal::stage)
        .contains(Stage.TARGET);
    assertThat(RULE.findMove(Stage.TARGET, false, FITTING, TODAY)).isEmpty();
    assertThat(RULE.findMove(Stage.TARGET, false, FITTING, TODAY.plusDays(1)))
        .map(TargetProposal::stage)
        .contains(Stage.POTENTIAL);
    assertThat(RULE.findMove(Stage.LOST, false, FITTING, TODAY)).isEmpty();
    assertThat(RULE.findMove(Stage.ACTUAL, true, FITTING, TODAY)).isEmpty();
  }

  @Test
  void rule_badArguments_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetRule("x", 4, List.of(TargetTrait.need(3))))
        .withMessageContaining("needed is 4, it must be from 1 to 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetRule(" ", 1, List.of(TargetTrait.need(3))));
    assertThatIllegalArgumentException().isThrownBy(() -> TargetTrait.need(0));
  }
}
