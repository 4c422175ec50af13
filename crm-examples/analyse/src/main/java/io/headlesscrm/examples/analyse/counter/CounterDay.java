package io.headlesscrm.examples.analyse.counter;

import io.headlesscrm.core.crm.CounterAnswer;
import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.crm.CustomerMatch;
import io.headlesscrm.core.crm.Guest;
import io.headlesscrm.core.crm.MergeAnswer;
import io.headlesscrm.core.crm.Registration;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.DuplicatePair;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.ownership.HandoverId;
import io.headlesscrm.core.customer.ownership.HandoverOrder;
import io.headlesscrm.core.customer.ownership.HandoverPlan;
import io.headlesscrm.core.customer.quality.QualityRules;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One day, hour by hour, with what each department sees of it. */
public final class CounterDay {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final CustomerId TOYS = CustomerId.of("C1");
  private static final CustomerId TEA = CustomerId.of("C2");
  private static final CustomerId TOYS_AGAIN = CustomerId.of("C3");
  private static final ActorId LIN = ActorId.of("lin");
  private static final ActorId WU = ActorId.of("wu");

  private final Consumer<String> lines;
  private final Locale locale;
  private final Crm crm = Crm.builder(new InMemoryStorage(), Currency.getInstance("CNY"), ZONE)
      .entitlement("abc", "A", "goes first")
      .build();

  /**
   * A day to be told.
   *
   * @param lines takes each line
   * @param locale Chinese gives reasons in Chinese, every other one in English
   */
  public CounterDay(Consumer<String> lines, Locale locale) {
    this.lines = lines;
    this.locale = locale;
  }

  /** Tells the day. */
  public void run() {
    lastYear();
    twoDepartmentsOneRecord();
    newAndReturning();
    lateAndTakenBack();
    doubleFoundAndMerged();
    salespersonLeaves();
    evening();
  }

  private void lastYear() {
    Attribution then = at(DAY.minusYears(1), 9);
    crm.customers().register(tea(), then);
    crm.owners().assign(TEA, LIN, DAY.minusYears(1), "found by lin", then);
    crm.purchases().record(shipment("S-1", TEA, DAY.minusYears(1), 9, "64.00"), then);
    crm.customers().ageStages(DAY, at(DAY, 8));
  }

  private void twoDepartmentsOneRecord() {
    say("08:30 counter puts Shunfeng Toys on file", registered(toys(TOYS), "counter"));
    say("08:40 sales enters the same company", registered(toysByCode(), "sales"));
    crm.owners().assign(TOYS, LIN, DAY, "new customer", at(DAY, 9));
  }

  private void newAndReturning() {
    answer("09:00 first shipment", shipment("S-2", TOYS, DAY, 9, "128.00"));
    say(
        "09:30 a caller gives the number 138-0013-8000",
        told(crm.purchases()
            .recordGuest(
                Guest.of(phone("138-0013-8000")),
                CustomerId.of("G1"),
                known -> shipment("S-3", known, DAY, 10, "32.00"),
                at(DAY, 10))));
    answer("10:00 cash, no name", shipment("S-4", CustomerId.of("walk-in"), DAY, 10, "15.00"));
    answer("10:30 Lotus Tea is back", shipment("S-5", TEA, DAY, 10, "88.00"));
  }

  private void lateAndTakenBack() {
    answer(
        "11:00 a shipment of last week is entered late",
        shipment("S-0", TOYS, DAY.minusDays(7), 9, "40.00"));
    Purchase credit = Purchase.builder(PurchaseId.of("K-1"), TOYS, at(DAY, 12).at())
        .amount(Money.of("-40.00", "CNY"))
        .reversalOf(PurchaseId.of("S-0"))
        .build();
    answer("12:00 and taken back", credit);
  }

  private void doubleFoundAndMerged() {
    crm.customers().registerAnyway(toys(TOYS_AGAIN), at(DAY, 13));
    answer(
        "13:00 a clerk insists on a second record", shipment("S-6", TOYS_AGAIN, DAY, 13, "9.00"));
    DuplicatePair pair = crm.duplicates().search().pairs().get(0);
    say(
        "13:30 the search for doubles finds",
        pair.first() + " = " + pair.second() + ", " + pair.verdict() + ": "
            + words(pair.reasons()));
    MergeAnswer merged = crm.merges()
        .apply(
            crm.merges().plan(TOYS, TOYS_AGAIN, FieldChoices.combined()),
            MergeId.of("M-1"),
            at(DAY, 14));
    say(
        "14:00 merged",
        merged.changes().stream()
            .map(change -> change.purchase() + " was " + change.before().recognition() + ", is "
                + change.after().recognition())
            .collect(Collectors.joining("; ")));
  }

  private void salespersonLeaves() {
    HandoverPlan plan =
        crm.owners().plan(HandoverOrder.of(LIN, WU, DAY, "lin leaves", ActorId.of("boss")));
    crm.owners().apply(plan, HandoverId.of("H-1"), at(DAY, 15)).orThrow();
    say(
        "15:00 lin hands over to wu",
        plan.counts() + ", left with lin: "
            + crm.owners().handovers().openWork(LIN, DAY).size());
  }

  private void evening() {
    crm.interactions()
        .add(Interaction.inbound(
            "I-1",
            TOYS,
            ContactChannel.EMAIL,
            at(DAY, 16).at(),
            ActorId.of("anna"),
            "where is S-3?"));
    say(
        "17:00 not answered yet",
        crm.interactions().unanswered(at(DAY, 0).at(), at(DAY, 17).at()).stream()
            .map(open -> open.customer() + ": " + open.subject())
            .collect(Collectors.joining("; ")));
    var report = QualityRules.standard(365).report(crm.storage(), DAY, 3);
    say(
        "17:30 records to mend",
        report.toMend().stream()
            .map(record -> record.customer() + ": "
                + words(record.findings().stream()
                    .map(finding -> finding.problem())
                    .limit(2)
                    .toList()))
            .collect(Collectors.joining("; ")));
    lines.accept("18:00 what everybody sees of " + TOYS);
    crm.timeline()
        .newest(TOYS, 6)
        .items()
        .forEach(item -> lines.accept("      " + item.at().atZone(ZONE).toLocalDateTime() + " "
            + item.text().text(locale)));
  }

  private String registered(Customer customer, String department) {
    Registration registration = crm.customers()
        .register(customer, Attribution.of("anna", department, at(DAY, 8).at()));
    if (registration instanceof Registration.Known known) {
      return "on file already as "
          + known.matches().stream()
              .map(match -> described(match))
              .collect(Collectors.joining("; "));
    }
    return "filed as " + customer.id();
  }

  private String described(CustomerMatch match) {
    return match.customer() + " (" + words(match.basis()) + ")";
  }

  private void answer(String what, Purchase purchase) {
    say(what, told(crm.purchases().record(purchase, at(DAY, 9))));
  }

  private String told(CounterAnswer answer) {
    String stage = answer.findStage().map(known -> ", " + known).orElse("");
    String changes = answer.changes().stream()
        .map(change -> "; " + change.purchase() + " was " + change.before().recognition() + ", is "
            + change.after().recognition())
        .collect(Collectors.joining());
    String say = answer.toSay().isEmpty() ? "" : "; say: " + words(answer.toSay());
    return answer.customer() + " " + answer.recognition() + " ("
        + answer.recognised().basis().text(locale) + ")" + stage + changes + say;
  }

  private void say(String what, String outcome) {
    lines.accept(what);
    lines.accept("      " + outcome);
  }

  private String words(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.text(locale)).collect(Collectors.joining(", "));
  }

  private static Customer toys(CustomerId id) {
    return Customer.organisation(id, "深圳市顺丰玩具有限公司")
        .externalId(ExternalId.of(ExternalId.USCC, "91350100M000100Y43"))
        .contactPoint(phone("+86 138 0013 8000"))
        .build();
  }

  private static Customer toysByCode() {
    return Customer.organisation(CustomerId.of("C9"), "Shunfeng Toys Co., Ltd.")
        .externalId(ExternalId.of(ExternalId.USCC, "91350100m000100y43"))
        .build();
  }

  private static Customer tea() {
    return Customer.organisation(TEA, "Lotus Tea Ltd.")
        .contactPoint(phone("0755 8888 6666"))
        .source("fair")
        .build();
  }

  private static ContactPoint phone(String number) {
    return ContactPoint.of(ContactChannel.PHONE, number);
  }

  private static Purchase shipment(
      String number, CustomerId customer, LocalDate day, int hour, String amount) {
    return Purchase.builder(PurchaseId.of(number), customer, at(day, hour).at())
        .amount(Money.of(amount, "CNY"))
        .build();
  }

  private static Attribution at(LocalDate day, int hour) {
    return Attribution.of("anna", "counter", day.atTime(hour, 0).atZone(ZONE).toInstant());
  }
}
