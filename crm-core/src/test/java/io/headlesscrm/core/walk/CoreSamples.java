package io.headlesscrm.core.walk;

import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.ContactPurpose;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerBuilder;
import io.headlesscrm.core.customer.CustomerChange;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.NameKind;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.customer.identity.CustomerAlias;
import io.headlesscrm.core.customer.identity.MergeImage;
import io.headlesscrm.core.customer.identity.MergeRecord;
import io.headlesscrm.core.customer.identity.RejectedPair;
import io.headlesscrm.core.customer.ownership.Assignment;
import io.headlesscrm.core.customer.ownership.HandoverRecord;
import io.headlesscrm.core.customer.ownership.Ownership;
import io.headlesscrm.core.customer.privacy.Consent;
import io.headlesscrm.core.customer.privacy.ErasureRecord;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PartyRole;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.purchase.recognition.Occasion;
import io.headlesscrm.core.service.care.CareOutcome;
import io.headlesscrm.core.service.care.CareState;
import io.headlesscrm.core.service.care.CareTask;
import io.headlesscrm.core.service.care.SwitchingCause;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.time.ObservationWindow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Made-up values of every type of this module. A new type belongs here; a test says so when it was forgotten. */
public final class CoreSamples {

  private CoreSamples() {}

  public static final List<Sample<?>> ALL = List.of(
      Sample.perCustomer(Customer.TYPE, (draw, id) -> List.of(customer(draw, id))),
      Sample.of(Purchase.TYPE, CoreSamples::purchase),
      Sample.of(Assessment.TYPE, CoreSamples::assessment),
      Sample.of(CustomerChange.TYPE, CoreSamples::change).ofThePast(),
      Sample.of(StageChange.TYPE, CoreSamples::stageChange),
      Sample.perCustomer(Standing.TYPE, CoreSamples::standing),
      Sample.of(Interaction.TYPE, CoreSamples::interaction),
      Sample.of(CareTask.TYPE, CoreSamples::careTask),
      Sample.of(RejectedPair.TYPE, CoreSamples::rejectedPair),
      Sample.perCustomer(Ownership.TYPE, CoreSamples::ownership),
      Sample.of(Consent.TYPE, CoreSamples::consent).ofThePast(),
      Sample.written(ErasureRecord.TYPE),
      Sample.written(HandoverRecord.TYPE),
      Sample.written(CustomerAlias.TYPE),
      Sample.written(MergeRecord.TYPE),
      Sample.written(MergeImage.TYPE));

  private static Customer customer(Draw draw, CustomerId id) {
    CustomerBuilder builder = draw.chance()
        ? Customer.person(id, draw.personal())
        : Customer.organisation(id, draw.personal());
    if (draw.chance()) {
      builder
          .name(NameKind.LOCAL_SCRIPT, draw.personal())
          .externalId(ExternalId.of("erp", draw.personal().toUpperCase(Locale.ROOT)))
          .contact(new Contact(
              draw.personal(),
              null,
              draw.chance(),
              List.of(ContactPoint.of(ContactChannel.EMAIL, draw.personal()))));
    }
    if (draw.chance()) {
      builder
          .contactPoint(ContactPoint.of(ContactChannel.PHONE, draw.personal()))
          .address(new Address(draw.personal(), null, null, null, "CN"))
          .relationship(new Relationship(
              RelationshipKind.PARENT_COMPANY, draw.customerOtherThan(id), null, draw.day()))
          .relationship(
              new Relationship(RelationshipKind.CONSIGNEE, draw.customerOtherThan(id), null, null))
          .trait("industry", draw.chance() ? "toys" : "steel");
    }
    if (draw.chance()) {
      builder
          .note(new Note(NoteKind.LIKE, draw.personal(), "visit", "service", draw.day()))
          .source(draw.chance() ? "fair" : "referral")
          .verifiedOn(draw.day());
    }
    return builder.build();
  }

  private static Purchase purchase(Draw draw) {
    return Purchase.builder(PurchaseId.of(draw.id()), draw.customer(), draw.instant())
        .amount(Money.of("12.50", "CNY"))
        .party(PartyRole.CONSIGNEE, draw.customer())
        .build();
  }

  private static Assessment assessment(Draw draw) {
    return Assessment.of(
        draw.customer(),
        "made-up-" + draw.id(),
        "A",
        draw.day(),
        List.of(),
        Provenance.of(
            "made-up", Map.of(), new ObservationWindow(draw.day(), draw.day().plusYears(1)), 5));
  }

  private static CustomerChange change(Draw draw) {
    CustomerId id = draw.customer();
    Customer before = customer(draw, id);
    return CustomerChange.between(
        before,
        customer(draw, id),
        draw.number(),
        new Attribution(draw.actor(), "sales", draw.instant()));
  }

  private static RejectedPair rejectedPair(Draw draw) {
    CustomerId one = draw.customer();
    RejectedPair pair =
        RejectedPair.of(one, draw.customerOtherThan(one), draw.actor(), draw.instant());
    return new RejectedPair(draw.id(), pair.first(), pair.second(), pair.by(), pair.at());
  }

  private static StageChange stageChange(Draw draw) {
    return stageChange(draw, draw.customer());
  }

  private static StageChange stageChange(Draw draw, CustomerId customer) {
    return new StageChange(
        draw.id(),
        customer,
        draw.chance() ? Stage.TARGET : null,
        draw.chance() ? Stage.ACTUAL : Stage.LOST,
        draw.instant(),
        draw.chance(),
        draw.actor(),
        Reason.of("test.moved"));
  }

  private static List<Standing> standing(Draw draw, CustomerId customer) {
    Standing standing = Standing.of(stageChange(draw, customer))
        .withOwner(draw.chance() ? draw.actor() : null)
        .with(Assessment.of(
            customer, "abc", draw.chance() ? "A" : "B", draw.day(), List.of(), provenance(draw)));
    if (draw.chance()) {
      Occasion first = new Occasion(draw.instant(), PurchaseId.of(draw.id()));
      standing = standing.withPurchases(
          PurchaseSummary.empty().withPurchase(draw.day(), draw.whole(1000)),
          first,
          first,
          Set.of(PurchaseId.of(draw.id())));
    }
    return draw.chance() ? List.of(standing) : List.of();
  }

  private static List<Ownership> ownership(Draw draw, CustomerId customer) {
    Ownership ownership = Ownership.none(customer);
    int changes = draw.whole(4);
    for (int i = 0; i < changes; i++) {
      Assignment assignment =
          Assignment.of(draw.actor(), draw.day(), draw.personal(), draw.actor());
      ownership = draw.whole(4) == 0
          ? ownership.released(draw.day(), draw.personal())
          : ownership.with(
              draw.chance() ? assignment : assignment.until(assignment.from().plusDays(40)));
    }
    return draw.chance() ? List.of(ownership) : List.of();
  }

  private static Consent consent(Draw draw) {
    ContactChannel channel = draw.chance() ? ContactChannel.EMAIL : ContactChannel.PHONE;
    Consent consent = draw.chance()
        ? Consent.granted(
            draw.id(), draw.customer(), channel, ContactPurpose.MARKETING, draw.instant(), "web")
        : Consent.withdrawn(
            draw.id(), draw.customer(), channel, ContactPurpose.MARKETING, draw.instant(), "web");
    return draw.chance() ? consent.withEvidence(draw.personal()) : consent;
  }

  private static Interaction interaction(Draw draw) {
    Interaction interaction = Interaction.inbound(
        draw.id(),
        draw.customer(),
        ContactChannel.CHAT,
        draw.instant(),
        draw.actor(),
        draw.personal());
    return draw.chance()
        ? interaction
            .withContact(draw.personal())
            .withWords(draw.personal())
            .withOutcome(draw.personal())
        : interaction;
  }

  private static CareTask careTask(Draw draw) {
    Attribution by = attribution(draw);
    CareTask task = CareTask.open(
        draw.id(),
        draw.customer(),
        CareTask.RETENTION,
        List.of(Reason.of("test.silent").with("days", draw.whole(90))),
        draw.day(),
        by);
    if (draw.whole(4) == 0) {
      return task.asControl();
    }
    if (draw.chance()) {
      task = task.withOwner(draw.actor())
          .next(CareState.CONTACTED, draw.personal(), by)
          .orThrow();
    }
    return task.state() == CareState.CONTACTED && draw.chance()
        ? task.closed(CareOutcome.LOST, SwitchingCause.PRICE, draw.personal(), by)
            .orThrow()
        : task;
  }

  private static Attribution attribution(Draw draw) {
    return new Attribution(draw.actor(), "sales", draw.instant());
  }

  private static Provenance provenance(Draw draw) {
    return Provenance.of(
        "made-up", Map.of(), new ObservationWindow(draw.day(), draw.day().plusYears(1)), 5);
  }
}
