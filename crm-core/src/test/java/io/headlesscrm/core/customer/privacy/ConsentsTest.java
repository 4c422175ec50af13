package io.headlesscrm.core.customer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.Merge;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.walk.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConsentsTest {

  private static final CustomerId A = CustomerId.of("A");
  private static final CustomerId B = CustomerId.of("B");
  private static final CustomerId C = CustomerId.of("C");
  private static final ActorId CLERK = ActorId.of("clerk");
  private static final MergeId M = MergeId.of("M");
  private static final Instant DAY_0 = Instant.parse("2026-03-01T00:00:00Z");

  private final World world = World.empty();
  private final Merge merge = Merge.over(world.storage(), world.registry());
  private int ids;

  ConsentsTest() {
    world.in(() -> List.of(A, B, C)
        .forEach(id -> world
            .storage()
            .store(Customer.TYPE)
            .insert(Customer.organisation(id, "name of " + id).build())
            .orThrow()));
  }

  @Test
  void mayContact_nothingSaid_thePolicyDecides() {
    assertThat(mayMail(A, ContactPurpose.MARKETING, 0)).isFalse();
    assertThat(mayMail(A, ContactPurpose.OPERATIONS, 0)).isTrue();
    assertThat(mayMail(A, ContactPurpose.BILLING, 0)).isTrue();
    assertThat(mayMail(A, ContactPurpose.SERVICE, 0)).isTrue();

    ConsentPolicy strict = ConsentPolicy.usual().with(ContactPurpose.SERVICE, false);
    assertThat(strict.allows(ContactPurpose.SERVICE)).isFalse();
    assertThat(strict.with(ContactPurpose.MARKETING, true).allows(ContactPurpose.MARKETING))
        .isTrue();
  }

  @Test
  void mayContact_optedOut_neverAgainOnThatChannelOnly() {
    say(A, ConsentState.GRANTED, 1);
    say(A, ConsentState.WITHDRAWN, 5);

    assertThat(mayMail(A, 0)).isFalse();
    assertThat(mayMail(A, 1)).isTrue();
    assertThat(mayMail(A, 4)).isTrue();
    assertThat(mayMail(A, 5)).isFalse();
    assertThat(mayMail(A, 500)).isFalse();
    assertThat(mayMail(A, ContactPurpose.SERVICE, 5)).isTrue();
    assertThat(consents(A).findState(ContactChannel.PHONE, ContactPurpose.MARKETING, day(9)))
        .isEmpty();
  }

  @Test
  void mayContact_twoAtOneInstant_theMoreRestrictive() {
    say(A, ConsentState.WITHDRAWN, 1);
    say(A, ConsentState.GRANTED, 1);

    assertThat(mayMail(A, 1)).isFalse();
  }

  @Test
  void mayContact_merged_theMoreRestrictiveEvenIfItIsOlder() {
    say(B, ConsentState.WITHDRAWN, 1);
    say(A, ConsentState.GRANTED, 5);
    merge(A, B, 10);

    assertThat(mayMail(A, 10)).isFalse();
    assertThat(mayMail(B, 10)).as("by the loser's id").isFalse();
  }

  @Test
  void mayContact_grantedAfterTheMerge_counts() {
    say(B, ConsentState.WITHDRAWN, 1);
    say(A, ConsentState.GRANTED, 5);
    merge(A, B, 10);
    say(A, ConsentState.GRANTED, 12);

    assertThat(mayMail(A, 11)).isFalse();
    assertThat(mayMail(A, 12)).isTrue();
  }

  @Test
  void mayContact_mergedWithOneThatSaidNothing_notRestricted() {
    say(A, ConsentState.GRANTED, 5);
    merge(A, B, 10);

    assertThat(mayMail(A, 10)).isTrue();
  }

  @Test
  void mayContact_chainOfMerges_restrictionTravels() {
    say(C, ConsentState.WITHDRAWN, 1);
    say(B, ConsentState.GRANTED, 2);
    say(A, ConsentState.GRANTED, 3);
    merge(B, C, 10);
    merge
        .plan(A, B, FieldChoices.combined())
        .apply(MergeId.of("M2"), CLERK, day(20))
        .orThrow();

    assertThat(mayMail(A, 20)).isFalse();
    say(A, ConsentState.GRANTED, 21);
    assertThat(mayMail(C, 21)).isTrue();
  }

  @Test
  void mayContact_mergeUndone_asBefore() {
    say(B, ConsentState.WITHDRAWN, 1);
    say(A, ConsentState.GRANTED, 5);
    merge(A, B, 10);
    merge.undo(M, CLERK, day(11)).orThrow();

    assertThat(mayMail(A, 12)).isTrue();
    assertThat(mayMail(B, 12)).isFalse();
  }

  @Test
  void append_sameStatementTwice_isOne() {
    Consent said =
        Consent.granted("1", A, ContactChannel.EMAIL, ContactPurpose.MARKETING, DAY_0, "web");
    world.in(() -> assertThat(world.storage().log(Consent.TYPE).append(List.of(said, said)))
        .containsExactly(AppendOutcome.APPENDED, AppendOutcome.DUPLICATE));
  }

  @Test
  void timeline_statement_readsInBothLanguages() {
    Consent said =
        Consent.withdrawn("1", A, ContactChannel.EMAIL, ContactPurpose.MARKETING, DAY_0, "web");
    var text = Consent.TYPE.findTimelineEntry(said).orElseThrow().text();

    assertThat(text.text(Locale.ENGLISH)).isEqualTo("forbidden: e-mail for marketing");
    assertThat(text.text(Locale.CHINESE)).isEqualTo("已拒绝：电子邮件，用于营销");
    assertThat(said.withEvidence("secret")).hasToString(said.toString());
  }

  private void say(CustomerId customer, ConsentState state, int day) {
    Consent said = new Consent(
        "S" + ids++,
        customer,
        customer,
        ContactChannel.EMAIL,
        ContactPurpose.MARKETING,
        state,
        day(day),
        "web form",
        null);
    world.in(() -> world.storage().log(Consent.TYPE).append(List.of(said)));
  }

  private void merge(CustomerId winner, CustomerId loser, int day) {
    merge.plan(winner, loser, FieldChoices.combined()).apply(M, CLERK, day(day)).orThrow();
  }

  private boolean mayMail(CustomerId customer, int day) {
    return mayMail(customer, ContactPurpose.MARKETING, day);
  }

  private boolean mayMail(CustomerId customer, ContactPurpose purpose, int day) {
    return consents(customer).mayContact(ContactChannel.EMAIL, purpose, day(day));
  }

  private Consents consents(CustomerId customer) {
    return Consents.in(world.storage(), customer, ConsentPolicy.usual());
  }

  private static Instant day(int day) {
    return DAY_0.plusSeconds(86_400L * day);
  }
}
