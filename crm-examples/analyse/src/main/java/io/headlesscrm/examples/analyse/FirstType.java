package io.headlesscrm.examples.analyse;

import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** A type of the host's own, here an insured shipment: the README shows it, and a test runs it. */
public final class FirstType {

  private FirstType() {}

  // region first-type
  record Cover(String id, CustomerId customer, Instant from, String insurer) {
    static final FactType<Cover> TYPE = FactType.builder("cover", 1, Cover::id, Cover::from)
        .document(Cover::write, Cover::read)
        .customers(Link.one(Cover::customer, Cover::withCustomer))
        .assignees(Link.none())
        .personal(PersonalData.none())
        .timeline(cover -> Reason.of("analyse.cover").withValue("insurer", cover.insurer))
        .build();

    JsonDocument write() {
      var json = JsonDocument.builder().put("id", id).put("customer", customer.value());
      return json.put("from", from.toString()).put("insurer", insurer).build();
    }

    static Cover read(JsonDocument json) {
      Instant from = Instant.parse(json.text("from"));
      return new Cover(
          json.text("id"), CustomerId.of(json.text("customer")), from, json.text("insurer"));
    }

    Cover withCustomer(CustomerId other) {
      return new Cover(id, other, from, insurer);
    }
  }
  // endregion

  /**
   * Insures a shipment of a customer that turns out to be another one.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    // region first-type-used
    var storage = new InMemoryStorage();
    Crm crm = Crm.builder(storage, Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"))
        .types(List.of(Cover.TYPE))
        .build();
    Attribution anna = Attribution.of("anna", "counter", Instant.parse("2026-03-02T01:00:00Z"));
    CustomerId one = CustomerId.of("C1");
    CustomerId again = CustomerId.of("C2");
    crm.customers().register(Customer.organisation(one, "顺丰玩具").build(), anna);
    crm.customers().registerAnyway(Customer.organisation(again, "顺丰玩具").build(), anna);
    Cover cover = new Cover("V1", again, anna.at(), "PICC");
    storage.unitOfWork().required(() -> storage.log(Cover.TYPE).append(List.of(cover)));

    var plan = crm.merges().plan(one, again, FieldChoices.combined());
    crm.merges().apply(plan, MergeId.of("M1"), anna);
    crm.timeline().newest(one, 10).items().stream()
        .filter(item -> item.type().equals("cover"))
        .forEach(item -> System.out.println(one + ": " + item.text()));
    // endregion
  }
}
