package io.headlesscrm.core.crm;

import static io.headlesscrm.core.crm.Company.C1;
import static io.headlesscrm.core.crm.Company.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.Page;
import org.junit.jupiter.api.Test;

class InteractionsTest {

  private final Interactions interactions = new Company().crm.interactions();

  @Test
  void add_sameTwiceAndAnother_onceAndConflict() {
    assertThat(interactions.add(question("I-1", 1))).isEqualTo(AppendOutcome.APPENDED);
    assertThat(interactions.add(question("I-1", 1))).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(interactions.add(question("I-1", 2))).isEqualTo(AppendOutcome.CONFLICT);
    assertThat(interactions.list(C1, Page.first(9)).items()).containsExactly(question("I-1", 1));
  }

  @Test
  void unanswered_onlyInboundWithoutReplyInTheWindow() {
    interactions.add(question("I-0", 0));
    interactions.add(question("I-1", 1));
    interactions.add(question("I-2", 2));
    interactions.add(question("I-3", 3));
    interactions.add(answer("O-1", 4).replyingTo("I-1"));
    interactions.add(answer("O-2", 4));
    interactions.add(question("I-4", 5));

    assertThat(interactions.unanswered(at(1), at(5)))
        .extracting(Interaction::id)
        .containsExactly("I-2", "I-3");
  }

  @Test
  void unanswered_corrected_onlyTheCorrectionIsOpen() {
    interactions.add(question("I-1", 1));
    interactions.add(question("I-2", 2).correcting("I-1"));

    assertThat(interactions.unanswered(at(0), at(9)))
        .extracting(Interaction::id)
        .containsExactly("I-2");
  }

  private static Interaction question(String id, int day) {
    return Interaction.inbound(
        id, C1, ContactChannel.EMAIL, at(day), ActorId.of("anna"), "a question");
  }

  private static Interaction answer(String id, int day) {
    return Interaction.outbound(
        id, C1, ContactChannel.EMAIL, at(day), ActorId.of("anna"), "an answer");
  }
}
