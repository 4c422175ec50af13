package io.headlesscrm.core.service.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Erasure;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InteractionTest {

  private static final CustomerId C1 = CustomerId.of("C1");
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00.000000001Z");

  private static final Interaction CALL = Interaction.inbound(
          "I-1", C1, ContactChannel.PHONE, AT, ActorId.of("anna"), "late shipment")
      .withContact("Mr Wang")
      .withWords("where is it?")
      .withOutcome("called back")
      .replyingTo("I-0")
      .correcting("I-9");

  @Test
  void document_everyPart_roundTrip() {
    assertThat(reread(CALL)).isEqualTo(CALL);
  }

  @Test
  void document_nothingOptional_roundTrip() {
    Interaction visit =
        Interaction.outbound("I-2", C1, ContactChannel.PERSON, AT, ActorId.of("anna"), "visit");

    assertThat(reread(visit)).isEqualTo(visit);
  }

  @Test
  void erasure_leavesWhenAndHowOnly() {
    Erasure<Interaction> erasure = Interaction.TYPE.personalData().erasure(CALL, C1);

    assertThat(erasure)
        .isEqualTo(new Erasure.Anonymise<>(
            Interaction.inbound("I-1", C1, ContactChannel.PHONE, AT, ActorId.of("anna"), "")
                .replyingTo("I-0")
                .correcting("I-9")));
    assertThat(Interaction.TYPE.personalData().texts(CALL, C1))
        .containsExactly("Mr Wang", "late shipment", "where is it?", "called back");
  }

  @Test
  void timeline_bothLanguages() {
    var entry = Interaction.TYPE.findTimelineEntry(CALL).orElseThrow();

    assertThat(entry.at()).isEqualTo(AT);
    assertThat(entry.text()).hasToString("turned to us by phone: late shipment");
    assertThat(entry.text().text(Locale.CHINESE)).isEqualTo("客户通过电话联系我们：late shipment");
  }

  @Test
  void toString_nothingPersonal() {
    assertThat(CALL).hasToString("inbound interaction I-1 by PHONE");
  }

  @Test
  void replyingTo_itself_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALL.replyingTo("I-1"))
        .withMessageContaining("interaction I-1 answers or corrects itself");
  }

  private static Interaction reread(Interaction interaction) {
    return Interaction.TYPE.read(
        JsonDocument.parse(Interaction.TYPE.write(interaction).toString()));
  }
}
