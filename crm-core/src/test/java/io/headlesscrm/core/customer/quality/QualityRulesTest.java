package io.headlesscrm.core.customer.quality;

import static io.headlesscrm.core.customer.quality.Records.TODAY;
import static io.headlesscrm.core.customer.quality.Records.USCC;
import static io.headlesscrm.core.customer.quality.Records.endsOn;
import static io.headlesscrm.core.customer.quality.Records.good;
import static io.headlesscrm.core.customer.quality.Records.note;
import static io.headlesscrm.core.customer.quality.Records.number;
import static io.headlesscrm.core.customer.quality.Records.parent;
import static io.headlesscrm.core.customer.quality.Records.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.Contact;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerName;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.NameKind;
import io.headlesscrm.core.customer.NoteKind;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityRulesTest {

  private static final QualityRules STANDARD = QualityRules.standard(365);

  /** P1: each rule, one bad record. */
  static Stream<Arguments> badRecords() {
    Address nowhere = new Address("1 Harbour Road", null, null, null, "China");
    Customer person = Customer.person(CustomerId.of("P"), "Li")
        .contactPoint(ContactPoint.of(ContactChannel.EMAIL, "li@example.com"))
        .address(new Address("2 Harbour Road", null, null, null, "CN"))
        .note(note(NoteKind.NEED, null))
        .note(note(NoteKind.DISLIKE, null))
        .externalId(number(ExternalId.USCC, USCC))
        .verifiedOn(TODAY)
        .build();
    return Stream.of(
        bad("contact-facts", good("A").addresses(List.of()).build()),
        bad(
            "check-digits",
            good("A").externalId(number("uscc", "91350100M000100Y44")).build()),
        bad("number-form", good("A").externalId(number("lei", "12")).build()),
        bad("email-form", good("A").contactPoint(email("a@b")).build()),
        bad("phone-form", good("A").contactPoint(phone("12345")).build()),
        bad("country-code", good("A").address(nowhere).build()),
        bad("contact-points-hold", good("A").contactPoint(endsOn(TODAY)).build()),
        bad("notes-hold", good("A").note(note(NoteKind.PUBLIC_FACT, TODAY)).build()),
        bad("kind-of-numbers", person),
        bad(
            "one-parent",
            good("A").relationship(parent("B")).relationship(parent("C")).build()),
        bad("dates", good("A").verifiedOn(TODAY.plusDays(1)).build()),
        bad("repeated-parts", good("A").name(NameKind.LEGAL, "Company A").build()),
        bad("verified", good("A").verifiedOn(TODAY.minusDays(366)).build()),
        bad("verified", good("A").verifiedOn(null).build()));
  }

  @ParameterizedTest
  @MethodSource("badRecords")
  void inspect_oneBadRecordPerRule_foundByThisRuleAlone(String rule, Customer customer) {
    assertThat(STANDARD.inspect(customer, TODAY).findings())
        .extracting(Finding::rule)
        .containsExactly(rule);
  }

  @Test
  void inspect_onlyFormerNames_foundAsMissingAndContradictory() {
    Customer customer =
        good("A").names(List.of(new CustomerName(NameKind.FORMER, "Old"))).build();

    assertThat(STANDARD.inspect(customer, TODAY).findings())
        .extracting(Finding::rule)
        .containsExactly("contact-facts", "current-name");
  }

  @Test
  void inspect_goodRecord_nothingToMendAndScoreOne() {
    CustomerQuality quality = STANDARD.inspect(good("A").build(), TODAY);

    assertThat(quality.findings()).isEmpty();
    assertThat(quality.score()).hasValue(1);
    assertThat(quality.score(Dimension.TIMELINESS)).hasValue(1);
    assertThat(quality.score(Dimension.ACCURACY)).isEmpty();
  }

  @Test
  void inspect_erasedRecord_judgedByNoRule() {
    CustomerQuality quality = STANDARD.inspect(good("A").names(List.of()).build(), TODAY);

    assertThat(quality.findings()).isEmpty();
    assertThat(quality.score()).isEmpty();
  }

  /** Five of six facts, one of two phones, weights 3 and 1: (3 x 5/6 + 1 x 1/2) / 4 = 0.75. */
  @Test
  void score_weights_meanOfSharesThatAreRight() {
    QualityRules rules = QualityRules.of(
        List.of(CompletenessRules.contactFacts().withWeight(3), ValidityRules.phoneForm()));
    Customer customer = good("A")
        .addresses(List.of())
        .contactPoint(phone("12"))
        .contactPoint(phone("0755-8888 0000"))
        .build();

    CustomerQuality quality = rules.inspect(customer, TODAY);

    assertThat(quality.score().orElseThrow()).isCloseTo(0.75, within(1e-15));
    assertThat(quality.score(Dimension.COMPLETENESS).orElseThrow()).isEqualTo(5 / 6.0);
    assertThat(quality.score(Dimension.VALIDITY)).hasValue(0.5);
  }

  @Test
  void decider_keyAccountWithoutOne_listed() {
    Customer key =
        good("K").contacts(List.of(Contact.of("Wu"))).trait("class", "A").build();
    Customer small = good("S").contacts(List.of(Contact.of("Wu"))).build();
    QualityRules rules = QualityRules.of(List.of(CompletenessRules.decider(
        customer -> "A".equals(customer.classification().get("class")))));

    QualityReport report =
        rules.report(List.of(key, small, good("G").trait("class", "A").build()), TODAY, 9);

    assertThat(report.toMend()).extracting(CustomerQuality::customer).containsExactly(key.id());
    assertThat(report.score()).hasValue(0.5);
  }

  @Test
  void parentCircle_threeInACircleAndOneBelow_threeFound() {
    List<Customer> customers = List.of(
        good("A").relationship(parent("B")).build(),
        good("B").relationship(parent("C")).build(),
        good("C").relationship(parent("A")).build(),
        good("D").relationship(parent("A")).build(),
        good("E").relationship(parent("nobody")).build());
    QualityRules rules =
        QualityRules.of(List.of(ConsistencyRules.parentCircle(ParentSource.of(stored(customers)))));

    assertThat(rules.report(customers, TODAY, 9).toMend())
        .extracting(quality -> quality.customer().value())
        .containsExactly("A", "B", "C");
  }

  @Test
  void duplicates_sharedNumberOrPhone_foundInMemoryAndInStorage() {
    List<Customer> customers = List.of(
        good("A").externalId(number("uscc", USCC)).build(),
        good("B").externalId(number("USCC", USCC.toLowerCase(Locale.ROOT))).build(),
        good("C").contactPoint(phone("+86 755 8888 0000")).build(),
        good("D").contactPoint(phone("0755-88880000")).build(),
        good("E").contactPoint(phone("95338")).build(),
        good("F").contactPoint(phone("95338")).build());

    for (DuplicateSource source :
        List.of(DuplicateSource.exact(customers), DuplicateSource.exact(stored(customers)))) {
      QualityRules rules = QualityRules.of(List.of(UniquenessRules.sharedWith(source)));

      QualityReport report = rules.report(customers, TODAY, 9);

      assertThat(report.toMend())
          .extracting(quality -> quality.customer().value())
          .containsExactly("A", "B", "C", "D");
      assertThat(report.toMend().get(0).findings().get(0).problem())
          .hasToString("may be the same as B; 1 customer in all");
      assertThat(report.score().orElseThrow()).isEqualTo(2 / 6.0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0755-8888 0000",
        "+86 (755) 8888.0000",
        "400/820/8820",
        "0755 8888 0000 转 12",
        "13800138000 ext. 9",
        "１３８００１３８０００"
      })
  void phoneForm_usualSpellings_right(String value) {
    assertThat(ofOne(ValidityRules.phoneForm(), phone(value))).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "1234567890123456", "none", "86+13800138000", "138001380OO"})
  void phoneForm_notANumber_wrong(String value) {
    assertThat(ofOne(ValidityRules.phoneForm(), phone(value))).hasValue(0);
  }

  @Test
  void phoneForm_tooLong_wrong() {
    String spaces = " ".repeat(58);

    assertThat(ofOne(ValidityRules.phoneForm(), phone("138" + spaces + "001"))).hasValue(1);
    assertThat(ofOne(ValidityRules.phoneForm(), phone("138" + spaces + "0013"))).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b+c@example.co.uk", "王@例子.公司", "A@EXAMPLE.COM", "a@b.de"})
  void emailForm_usualSpellings_right(String value) {
    assertThat(ofOne(ValidityRules.emailForm(), email(value))).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a@b", "a@@b.de", "a b@c.de", ".a@b.de", "a..b@c.de", "a@b..de", "@b.de"})
  void emailForm_notAnAddress_wrong(String value) {
    assertThat(ofOne(ValidityRules.emailForm(), email(value))).hasValue(0);
  }

  @Test
  void emailForm_tooLong_wrong() {
    assertThat(ofOne(ValidityRules.emailForm(), email("a".repeat(64) + "@b.de")))
        .hasValue(1);
    assertThat(ofOne(ValidityRules.emailForm(), email("a".repeat(65) + "@b.de")))
        .hasValue(0);
  }

  @Test
  void verified_onTheLastDay_stillHolds() {
    QualityRules rules = QualityRules.of(List.of(TimelinessRules.verifiedWithin(30)));

    assertThat(rules
            .inspect(good("A").verifiedOn(TODAY.minusDays(30)).build(), TODAY)
            .findings())
        .isEmpty();
    assertThat(rules
            .inspect(good("A").verifiedOn(TODAY.minusDays(31)).build(), TODAY)
            .findings())
        .extracting(finding -> finding.problem().toString())
        .containsExactly("verified last on 2026-05-01, 31 days ago; good for 30");
  }

  @Test
  void report_streamedFromStorage_equalsTheOneInMemory() {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 1_234; i++) {
      customers.add(good("C" + i).verifiedOn(i % 10 == 0 ? null : TODAY).build());
    }

    QualityReport report = STANDARD.report(stored(customers), TODAY, 5);

    assertThat(report).isEqualTo(report(customers, 5));
    assertThat(report.customers()).isEqualTo(1_234);
    assertThat(report.faulty()).isEqualTo(124);
    assertThat(report.toMend()).hasSize(5);
    assertThat(report.findTally("verified").orElseThrow().problems()).isEqualTo(124);
    assertThat(report.findTally("none")).isEmpty();
  }

  @Test
  void report_worstFirst_lowestScoreThenId() {
    Customer worst = good("Z").addresses(List.of()).verifiedOn(null).build();
    Customer one = good("A").verifiedOn(null).build();
    Customer other = good("B").verifiedOn(null).build();

    assertThat(STANDARD.report(List.of(other, one, worst), TODAY, 2).toMend())
        .extracting(quality -> quality.customer().value())
        .containsExactly("Z", "A");
    assertThat(STANDARD.report(List.of(), TODAY, 2).score()).isEmpty();
  }

  @Property(tries = 50)
  void report_anyOrder_sameReport(
      @ForAll @Size(max = 20) List<@IntRange(max = 7) Integer> faults, @ForAll long seed) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      customers.add(withFaults("C" + i, faults.get(i)));
    }
    QualityReport report = report(customers, 3);
    Collections.shuffle(customers, new Random(seed));

    assertThat(report(customers, 3)).isEqualTo(report);
    assertThat(report.score().orElse(0)).isBetween(0.0, 1.0);
    assertThat(report.faulty())
        .isEqualTo(faults.stream().filter(fault -> fault > 0).count());
  }

  @Property(tries = 20)
  void report_ofOneRecord_scoreOfThisRecord(@ForAll @IntRange(max = 7) int faults) {
    Customer customer = withFaults("A", faults);

    assertThat(STANDARD.report(List.of(customer), TODAY, 1).score())
        .isEqualTo(STANDARD.inspect(customer, TODAY).score());
  }

  @Test
  void with_hostsOwnRule_countsLikeTheOthers() {
    QualityRule industry = QualityRule.of(
        "industry",
        Dimension.COMPLETENESS,
        (customer, day) -> Inspected.of(
            customer.classification().containsKey("industry"), Reason.of("host.no-industry")));
    QualityRules rules = QualityRules.of(List.of()).with(industry);

    assertThat(rules.inspect(good("A").build(), TODAY).score()).hasValue(0);
    assertThat(rules.inspect(good("A").trait("industry", "toys").build(), TODAY).score())
        .hasValue(1);
    assertThat(rules.without("industry").rules()).isEmpty();
  }

  @Test
  void rules_badArguments_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.with(ConsistencyRules.dates()))
        .withMessageContaining("two rules are called dates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.without("date"))
        .withMessageContaining("no rule is called date");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConsistencyRules.dates().withWeight(0))
        .withMessageContaining("the weight of rule dates is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Inspected(0, List.of(Reason.of("host.bad"))))
        .withMessageContaining("checked is 0, it must be at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> TimelinessRules.verifiedWithin(0));
    assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.report(List.of(), TODAY, -1));
  }

  private static Customer withFaults(String id, int faults) {
    var builder = good(id);
    if ((faults & 1) != 0) {
      builder.verifiedOn(null);
    }
    if ((faults & 2) != 0) {
      builder.contactPoint(phone("1"));
    }
    if ((faults & 4) != 0) {
      builder.addresses(List.of());
    }
    return builder.build();
  }

  private static QualityReport report(List<Customer> customers, int most) {
    return STANDARD.report(customers, TODAY, most);
  }

  private static OptionalDouble ofOne(QualityRule rule, ContactPoint point) {
    Customer customer = good("A").contactPoints(List.of(point)).build();
    return QualityRules.of(List.of(rule)).inspect(customer, TODAY).score();
  }

  private static ContactPoint phone(String value) {
    return ContactPoint.of(ContactChannel.PHONE, value);
  }

  private static ContactPoint email(String value) {
    return ContactPoint.of(ContactChannel.EMAIL, value);
  }

  private static Arguments bad(String rule, Customer customer) {
    return Arguments.of(rule, customer);
  }
}
