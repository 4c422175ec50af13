package io.headlesscrm.core.walk;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Erasure;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types that a host might add: no operation on all types knows them. */
public final class HostTypes {

  private HostTypes() {}

  /** A record with many customers and many assignees. */
  public record Convoy(
      String id, List<CustomerId> customers, List<ActorId> drivers, String remark, boolean done) {

    public Convoy {
      customers = List.copyOf(customers);
      drivers = List.copyOf(drivers);
    }

    private Convoy withCustomer(CustomerId from, CustomerId to) {
      return new Convoy(id, HostTypes.replaced(customers, from, to), drivers, remark, done);
    }

    private Convoy withDriver(ActorId from, ActorId to) {
      return new Convoy(id, customers, HostTypes.replaced(drivers, from, to), remark, done);
    }
  }

  /** A fact with two parties; the words belong to the one who paid. */
  public record Transfer(
      String id, Instant at, CustomerId payer, CustomerId payee, String words, long cents) {

    Transfer withPayer(CustomerId other) {
      return new Transfer(id, at, other, payee, words, cents);
    }

    private Transfer withCustomer(CustomerId from, CustomerId to) {
      return new Transfer(
          id, at, payer.equals(from) ? to : payer, payee.equals(from) ? to : payee, words, cents);
    }
  }

  /** A record whose id is the customer. */
  public record Wallet(
      CustomerId customer, long cents, @Nullable ActorId keeper) {

    private Wallet plus(Wallet other) {
      return new Wallet(customer, cents + other.cents, keeper == null ? other.keeper : keeper);
    }
  }

  /** A record whose id is made of the customer. */
  public record Contract(CustomerId customer, int year, String terms) {

    private String id() {
      return customer + "/" + year;
    }

    private Contract beside(Contract other) {
      return new Contract(customer, year, terms + "; " + other.terms);
    }
  }

  public static final RecordType<String, Convoy> CONVOY = RecordType.builder(
          "host-convoy", 1, Convoy::id, (String id) -> id)
      .document(HostTypes::write, HostTypes::readConvoy)
      .customers(Link.many(Convoy::customers, Convoy::withCustomer))
      .assignees(Link.many(Convoy::drivers, Convoy::withDriver))
      .openWhile(convoy -> !convoy.done())
      .personal(PersonalData.anonymised(
          convoy -> convoy.remark().isEmpty() ? List.of() : List.of(convoy.remark()),
          convoy -> new Convoy(convoy.id(), convoy.customers(), convoy.drivers(), "", true)))
      .notOnTimeline()
      .build();

  public static final FactType<Transfer> TRANSFER = FactType.builder(
          "host-transfer", 1, Transfer::id, Transfer::at)
      .document(HostTypes::write, HostTypes::readTransfer)
      .customers(Link.many(
          transfer -> new LinkedHashSet<>(List.of(transfer.payer(), transfer.payee())),
          Transfer::withCustomer))
      .assignees(Link.none())
      .personal(PersonalData.decided(HostTypes::words, HostTypes::erased))
      .timeline(transfer -> Reason.of("test.transfer").with("cents", transfer.cents()))
      .build();

  public static final RecordType<CustomerId, Wallet> WALLET = RecordType.builder(
          "host-wallet", 1, Wallet::customer, CustomerId::value)
      .document(HostTypes::write, HostTypes::readWallet)
      .customers(Link.one(
          Wallet::customer, (wallet, to) -> new Wallet(to, wallet.cents(), wallet.keeper())))
      .assignees(Link.one(
          Wallet::keeper, (wallet, to) -> new Wallet(wallet.customer(), wallet.cents(), to)))
      .mergedBy(Wallet::plus)
      .personal(PersonalData.none())
      .notOnTimeline()
      .build();

  public static final RecordType<String, Contract> CONTRACT = RecordType.builder(
          "host-contract", 1, Contract::id, (String id) -> id)
      .document(HostTypes::write, HostTypes::readContract)
      .customers(Link.one(
          Contract::customer,
          (contract, to) -> new Contract(to, contract.year(), contract.terms())))
      .assignees(Link.none())
      .mergedBy(Contract::beside)
      .personal(PersonalData.deleted(contract -> List.of(contract.terms())))
      .notOnTimeline()
      .build();

  public static final List<Sample<?>> SAMPLES = List.of(
      Sample.of(
          CONVOY,
          draw -> new Convoy(
              draw.id(),
              draw.customers(),
              draw.actors(),
              draw.chance() ? draw.personal() : "",
              draw.chance())),
      Sample.of(TRANSFER, HostTypes::transfer),
      Sample.perCustomer(
          WALLET,
          (draw, customer) -> draw.chance()
              ? List.of(new Wallet(customer, draw.whole(1000), draw.chance() ? draw.actor() : null))
              : List.of()),
      Sample.perCustomer(
          CONTRACT,
          (draw, customer) -> draw.chance()
              ? List.of(
                  new Contract(customer, 2025, draw.personal()),
                  new Contract(customer, 2026 + draw.whole(2), draw.personal()))
              : List.of()));

  static Transfer transfer(Draw draw) {
    return new Transfer(
        draw.id(),
        draw.instant(),
        draw.customer(),
        draw.customer(),
        draw.personal(),
        draw.whole(1000));
  }

  private static List<String> words(Transfer transfer, CustomerId whose) {
    return transfer.payer().equals(whose) && !transfer.words().isEmpty()
        ? List.of(transfer.words())
        : List.of();
  }

  private static Erasure<Transfer> erased(Transfer transfer, CustomerId whose) {
    return transfer.payer().equals(whose)
        ? new Erasure.Anonymise<>(new Transfer(
            transfer.id(), transfer.at(), transfer.payer(), transfer.payee(), "", transfer.cents()))
        : new Erasure.Retain<>(Reason.of("storage.nothing-personal"));
  }

  private static <K> List<K> replaced(List<K> list, K from, K to) {
    Set<K> distinct = new LinkedHashSet<>();
    list.forEach(item -> distinct.add(item.equals(from) ? to : item));
    return List.copyOf(distinct);
  }

  private static JsonDocument write(Convoy convoy) {
    return JsonDocument.builder()
        .put("id", convoy.id())
        .putTexts(
            "customers", convoy.customers().stream().map(CustomerId::value).toList())
        .putTexts("drivers", convoy.drivers().stream().map(ActorId::value).toList())
        .put("remark", convoy.remark())
        .put("done", convoy.done())
        .build();
  }

  private static Convoy readConvoy(JsonDocument json) {
    return new Convoy(
        json.text("id"),
        json.texts("customers").stream().map(CustomerId::of).toList(),
        json.texts("drivers").stream().map(ActorId::of).toList(),
        json.text("remark"),
        json.truth("done"));
  }

  private static JsonDocument write(Transfer transfer) {
    return JsonDocument.builder()
        .put("id", transfer.id())
        .put("at", transfer.at())
        .put("payer", transfer.payer().value())
        .put("payee", transfer.payee().value())
        .put("words", transfer.words())
        .put("cents", transfer.cents())
        .build();
  }

  private static Transfer readTransfer(JsonDocument json) {
    return new Transfer(
        json.text("id"),
        json.instant("at"),
        CustomerId.of(json.text("payer")),
        CustomerId.of(json.text("payee")),
        json.text("words"),
        json.whole("cents"));
  }

  private static JsonDocument write(Wallet wallet) {
    return JsonDocument.builder()
        .put("customer", wallet.customer().value())
        .put("cents", wallet.cents())
        .put("keeper", wallet.keeper() == null ? null : wallet.keeper().value())
        .build();
  }

  private static Wallet readWallet(JsonDocument json) {
    return new Wallet(
        CustomerId.of(json.text("customer")),
        json.whole("cents"),
        json.findText("keeper").map(ActorId::of).orElse(null));
  }

  private static JsonDocument write(Contract contract) {
    return JsonDocument.builder()
        .put("customer", contract.customer().value())
        .put("year", contract.year())
        .put("terms", contract.terms())
        .build();
  }

  private static Contract readContract(JsonDocument json) {
    return new Contract(
        CustomerId.of(json.text("customer")),
        Math.toIntExact(json.whole("year")),
        json.text("terms"));
  }
}
