package io.headlesscrm.core.customer.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PartyRole;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.recognition.RecognitionPolicy;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TradePartiesTest {

  private static final RecognitionPolicy POLICY = RecognitionPolicy.DEFAULT;

  /** R receives three times and never orders; S receives once; B receives and orders; F forwards; T's was taken back. */
  private static final List<Purchase> PURCHASES = List.of(
      shipment("1", "A", 1).party(PartyRole.CONSIGNEE, id("R")).build(),
      shipment("2", "A", 2)
          .party(PartyRole.CONSIGNEE, id("R"))
          .party(PartyRole.FORWARDER, id("F"))
          .party(PartyRole.SHIPPER, id("A"))
          .build(),
      shipment("3", "B", 3)
          .party(PartyRole.CONSIGNEE, id("R"))
          .party(PartyRole.NOTIFY_PARTY, id("R"))
          .party(PartyRole.CARRIER, id("F"))
          .build(),
      shipment("4", "A", 4).party(PartyRole.CONSIGNEE, id("B")).build(),
      shipment("5", "A", 5).party(PartyRole.CONSIGNEE, id("S")).build(),
      shipment("6", "A", 6).party(PartyRole.CONSIGNEE, id("T")).build(),
      Purchase.builder(PurchaseId.of("7"), id("A"), Changes.day(7))
          .amount(Money.of("-10", "CNY"))
          .reversalOf(PurchaseId.of("6"))
          .build());

  @Test
  void prospects_receiptsWithoutAnOrder_listed() {
    TradeParties parties = TradeParties.of(PURCHASES, POLICY);

    assertThat(ids(parties.prospects(1))).containsExactly("R", "S");
    assertThat(ids(parties.prospects(3))).containsExactly("R");
    assertThat(parties.prospects(4)).isEmpty();
    assertThat(ids(parties.prospects(Set.of(PartyRole.FORWARDER, PartyRole.CARRIER), 2)))
        .containsExactly("F");
  }

  @Test
  void entryStage_tradePartyWithoutPurchase_notActual() {
    TradeParties parties = TradeParties.of(PURCHASES, POLICY);

    assertThat(parties.entryStage(id("R"))).isEqualTo(Stage.POTENTIAL);
    assertThat(parties.entryStage(id("F"))).isEqualTo(Stage.POTENTIAL);
    assertThat(parties.entryStage(id("nobody"))).isEqualTo(Stage.POTENTIAL);
    assertThat(parties.entryStage(id("A"))).isEqualTo(Stage.ACTUAL);
    assertThat(parties.entryStage(id("B"))).isEqualTo(Stage.ACTUAL);
  }

  @Test
  void find_eachRole_countedApart() {
    TradeParties parties = TradeParties.of(PURCHASES, POLICY);

    assertThat(parties.find(id("R")))
        .contains(new TradePart(
            id("R"),
            0,
            Map.of(PartyRole.CONSIGNEE, 3, PartyRole.NOTIFY_PARTY, 1),
            Changes.day(1),
            Changes.day(3)));
    assertThat(parties.find(id("A")))
        .contains(new TradePart(id("A"), 4, Map.of(), Changes.day(1), Changes.day(5)));
    assertThat(parties.find(id("T"))).isEmpty();
    assertThat(ids(parties.all())).containsExactly("A", "B", "F", "R", "S");
  }

  @Test
  void prospects_ordersLater_noProspectAnyMore() {
    List<Purchase> later = new ArrayList<>(PURCHASES);
    later.add(shipment("8", "R", 8).build());

    assertThat(ids(TradeParties.of(later, POLICY).prospects(1))).containsExactly("S");
  }

  @Test
  void read_storage_equalsTheOneInMemoryUpToTheInstant() {
    CrmStorage storage = new InMemoryStorage();
    storage.unitOfWork().required(() -> storage.log(Purchase.TYPE).append(PURCHASES));

    assertThat(TradeParties.read(storage, Changes.day(9), POLICY).all())
        .isEqualTo(TradeParties.of(PURCHASES, POLICY).all());
    assertThat(ids(TradeParties.read(storage, Changes.day(7), POLICY).prospects(1)))
        .containsExactly("R", "S", "T");
  }

  @Test
  void prospects_fewestBelowOne_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TradeParties.of(PURCHASES, POLICY).prospects(0))
        .withMessageContaining("fewest is 0, it must be at least 1");
  }

  @Property(tries = 20)
  void of_anyOrder_sameParts(@ForAll long seed) {
    List<Purchase> shuffled = new ArrayList<>(PURCHASES);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(TradeParties.of(shuffled, POLICY).all())
        .isEqualTo(TradeParties.of(PURCHASES, POLICY).all());
  }

  private static List<String> ids(List<TradePart> parts) {
    return parts.stream().map(part -> part.customer().value()).toList();
  }

  private static Purchase.Builder shipment(String id, String customer, int day) {
    return Purchase.builder(PurchaseId.of(id), id(customer), Changes.day(day))
        .amount(Money.of("10", "CNY"));
  }

  private static CustomerId id(String value) {
    return CustomerId.of(value);
  }
}
