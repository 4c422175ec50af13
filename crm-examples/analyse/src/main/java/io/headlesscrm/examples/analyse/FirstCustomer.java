package io.headlesscrm.examples.analyse;

import static io.headlesscrm.core.customer.ContactChannel.PHONE;

import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.crm.CustomerProfile;
import io.headlesscrm.core.crm.Guest;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.ownership.HandoverId;
import io.headlesscrm.core.customer.ownership.HandoverOrder;
import io.headlesscrm.core.customer.ownership.HandoverPlan;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/** The first lines with a customer record: the README shows them, and a test runs them. */
public final class FirstCustomer {

  private FirstCustomer() {}

  /**
   * Registers a customer, recognises it, hands it over and shows it.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    // region first-customer
    Currency cny = Currency.getInstance("CNY");
    Crm crm =
        Crm.builder(new InMemoryStorage(), cny, ZoneId.of("Asia/Shanghai")).build();
    Attribution anna = Attribution.of("anna", "counter", Instant.parse("2026-03-02T01:00:00Z"));
    CustomerId id = CustomerId.of("C1");
    ContactPoint phone = ContactPoint.of(PHONE, "+86 138 0013 8000");
    crm.customers()
        .register(Customer.organisation(id, "顺丰玩具").contactPoint(phone).build(), anna);
    crm.owners().assign(id, ActorId.of("lin"), LocalDate.of(2026, 3, 2), "new customer", anna);
    System.out.println(crm.purchases().record(shipment("S-1", id), anna).recognition());

    Guest caller = Guest.of(ContactPoint.of(PHONE, "138-0013-8000"));
    var answer = crm.purchases()
        .recordGuest(caller, CustomerId.of("G1"), known -> shipment("S-2", known), anna);
    System.out.println(answer.customer() + ": " + answer.recognition() + " " + answer.toSay());

    ActorId wu = ActorId.of("wu");
    LocalDate monday = LocalDate.of(2026, 3, 9);
    HandoverPlan plan = crm.owners()
        .plan(HandoverOrder.of(ActorId.of("lin"), wu, monday, "lin leaves", anna.actor()));
    crm.owners().apply(plan, HandoverId.of("H-1"), anna).orThrow();

    CustomerProfile profile = crm.profiles().find(id, monday.plusDays(1)).orElseThrow();
    System.out.println(profile.owner() + ": " + profile.summary());
    profile.recent().forEach(item -> System.out.println(item.at() + " " + item.text()));
    // endregion
  }

  private static Purchase shipment(String number, CustomerId customer) {
    return Purchase.builder(PurchaseId.of(number), customer, Instant.parse("2026-03-02T01:00:00Z"))
        .amount(Money.of("128.00", "CNY"))
        .build();
  }
}
