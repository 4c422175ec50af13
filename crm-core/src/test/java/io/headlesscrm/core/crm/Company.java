package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/** A small company for tests: days count from the first of January 2026 in Shanghai, a purchase is at nine. */
final class Company {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Currency CNY = Currency.getInstance("CNY");
  static final CustomerId C1 = CustomerId.of("C1");
  static final CustomerId C2 = CustomerId.of("C2");

  final InMemoryStorage storage = new InMemoryStorage();
  final Crm crm;

  Company() {
    this.crm = Crm.builder(storage, CNY, ZONE).build();
  }

  static Crm.Builder on(InMemoryStorage storage) {
    return Crm.builder(storage, CNY, ZONE);
  }

  static Instant at(int day) {
    return date(day).atTime(9, 0).atZone(ZONE).toInstant();
  }

  static LocalDate date(int day) {
    return LocalDate.of(2026, 1, 1).plusDays(day);
  }

  static Attribution by(int day) {
    return Attribution.of("anna", "counter", at(day));
  }

  static Customer named(CustomerId id, String name) {
    return Customer.organisation(id, name).build();
  }

  static ContactPoint phone(String number) {
    return ContactPoint.of(ContactChannel.PHONE, number);
  }

  static Purchase sale(String id, CustomerId customer, int day) {
    return sale(id, customer, day, "100.00");
  }

  static Purchase sale(String id, CustomerId customer, int day, String amount) {
    return Purchase.builder(PurchaseId.of(id), customer, at(day))
        .amount(Money.of(amount, "CNY"))
        .build();
  }

  static Purchase credit(String id, CustomerId customer, int day, String reversed, String amount) {
    return Purchase.builder(PurchaseId.of(id), customer, at(day))
        .amount(Money.of(amount, "CNY"))
        .reversalOf(PurchaseId.of(reversed))
        .build();
  }

  Company with(Customer... customers) {
    for (Customer customer : customers) {
      crm.customers().registerAnyway(customer, by(0));
    }
    return this;
  }
}
