package io.headlesscrm.core.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerBuilder;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {

  private static final ActorId CLERK = ActorId.of("clerk");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final String CODE = "91440300708461136T";
  private static final String OTHER_CODE = "91350100M000100Y43";

  private static final List<String> DISTINCT =
      List.of("赤兔", "乌骓", "飞燕", "绝影", "的卢", "爪黄", "惊帆", "紫骍", "玉逍", "踏雪");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final DuplicateFinder finder = DuplicateFinder.of(storage);

  @Test
  void search_emptyStorage_findsNothing() {
    DuplicateSearch found = finder.search();

    assertThat(found.pairs()).isEmpty();
    assertThat(found.customers()).isZero();
    assertThat(found.comparisons()).isZero();
  }

  @Test
  void search_sameCompanyWrittenOtherwise_isCertainWithReasons() {
    store(phone(company("A", "深圳市顺丰玩具有限公司"), "0755-26001234"));
    store(phone(company("B", "順豐玩具（深圳）有限責任公司"), "+86 755 2600 1234"));
    store(phone(company("C", "宁波恒通贸易有限公司"), "0574-87001111"));

    DuplicatePair pair = onlyPair();

    assertThat(pair.first()).isEqualTo(CustomerId.of("A"));
    assertThat(pair.second()).isEqualTo(CustomerId.of("B"));
    assertThat(pair.verdict()).isEqualTo(Verdict.CERTAIN);
    assertThat(pair.reasons())
        .extracting(reason -> reason.key())
        .containsExactlyInAnyOrder(
            "identity.name-equal", "identity.contact-equal", "identity.region-equal");
    assertThat(pair.reasons()).allSatisfy(reason -> {
      assertThat(reason.text(Locale.ENGLISH)).doesNotContain("{").doesNotContain("identity.");
      assertThat(reason.text(Locale.CHINESE)).doesNotContain("{").doesNotContain("identity.");
    });
  }

  @Test
  void search_widthCapitalsSuffixOrderOfWords_areTheSameName() {
    store(mail(company("A", "Bluewave Harbour Co., Ltd."), "info@bluewave.example"));
    store(mail(company("B", "ＨＡＲＢＯＵＲ　ＢＬＵＥＷＡＶＥ LIMITED"), "Info@Bluewave.example"));

    assertThat(onlyPair().verdict()).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void search_oneLetterWrongAndSwappedDigits_isFound() {
    store(phone(company("A", "Bluewave Harbour Co., Ltd."), "13800138042"));
    store(phone(company("B", "Bluewvae Harbour Ltd"), "13800138024"));

    assertThat(onlyPair().reasons())
        .extracting(reason -> reason.key())
        .containsExactly("identity.name-similar", "identity.contact-similar");
  }

  @Test
  void search_sameNumberAndNothingElse_isCertain() {
    store(company("A", "Old Anchor Trading").externalId(ExternalId.of(ExternalId.USCC, CODE)));
    store(company("B", "顺丰玩具有限公司").externalId(ExternalId.of(ExternalId.USCC, CODE)));

    assertThat(onlyPair().verdict()).isEqualTo(Verdict.CERTAIN);
    assertThat(onlyPair().reasons().get(0).values()).containsEntry("scheme", "uscc");
  }

  @Test
  void search_numberMistypedInOneCharacter_countsAsEvidence() {
    store(company("A", "顺丰玩具有限公司").externalId(ExternalId.of(ExternalId.USCC, CODE)));
    store(company("B", "顺丰玩具公司")
        .externalId(ExternalId.of(ExternalId.USCC, CODE.replace("708461", "708462"))));

    assertThat(onlyPair().verdict()).isEqualTo(Verdict.CERTAIN);
    assertThat(onlyPair().reasons())
        .extracting(reason -> reason.key())
        .contains("identity.number-similar");
  }

  @Test
  void search_sameNameAndPhoneButTwoNumbersOfTheRegister_areTwo() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234")
        .externalId(ExternalId.of(ExternalId.USCC, CODE)));
    store(phone(company("B", "顺丰玩具有限公司"), "075526001234")
        .externalId(ExternalId.of(ExternalId.USCC, OTHER_CODE)));

    assertThat(ExternalId.of(ExternalId.USCC, OTHER_CODE).findProblem()).isEmpty();
    assertThat(finder.search().pairs()).isEmpty();
    assertThat(finder.search().comparisons()).isEqualTo(1);
  }

  @Test
  void search_twoNumbersOfTheErp_speakNotAgainst() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234")
        .externalId(ExternalId.of(ExternalId.ERP, "1001")));
    store(phone(company("B", "顺丰玩具有限公司"), "075526001234")
        .externalId(ExternalId.of(ExternalId.ERP, "2002")));

    assertThat(onlyPair().verdict()).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void search_branchSisterAndParent_areNotCertain() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234"));
    store(phone(company("B", "顺丰玩具有限公司北京分公司"), "075526001234"));
    store(phone(company("C", "顺丰家具有限公司"), "075526001234"));

    assertThat(finder.search().pairs(Verdict.CERTAIN)).isEmpty();
    assertThat(finder.search().comparisons()).isEqualTo(3);
  }

  @Test
  void search_relatedOnRecord_areTwo() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234"));
    store(phone(company("B", "顺丰玩具有限公司"), "075526001234")
        .relationship(
            new Relationship(RelationshipKind.PARENT_COMPANY, CustomerId.of("A"), null, null)));

    assertThat(finder.search().pairs()).isEmpty();
  }

  @Test
  void search_familyAtOnePhoneAndAddress_isNotCertain() {
    store(home(phone(Customer.person(CustomerId.of("A"), "王小明"), "13800138000")));
    store(home(phone(Customer.person(CustomerId.of("B"), "王小红"), "13800138000")));

    assertThat(finder.search().pairs(Verdict.CERTAIN)).isEmpty();
  }

  @Test
  void search_samePersonInOtherOrder_isCertain() {
    store(home(phone(Customer.person(CustomerId.of("A"), "WANG Xiao-Ming"), "13800138000")));
    store(home(phone(Customer.person(CustomerId.of("B"), "Mr Xiaoming Wang"), "13800138000")));

    assertThat(onlyPair().verdict()).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void search_phoneOfManyCustomers_countsLittle() {
    for (int i = 0; i < 30; i++) {
      store(phone(
          company("A" + i, DISTINCT.get(i % 10) + DISTINCT.get(i / 10) + "贸易有限公司"), "4008001234"));
    }

    assertThat(finder.search().pairs(Verdict.CERTAIN)).isEmpty();
    assertThat(finder.search().comparisons()).isEqualTo(30 * 29 / 2);
  }

  @Test
  void search_blockTooLarge_isReportedAndDividedByAnotherKey() {
    for (int i = 0; i < 30; i++) {
      String name = DISTINCT.get(i % 10) + DISTINCT.get(i / 10);
      store(phone(company("A" + i, name + "贸易有限公司"), "4008001234"));
    }
    store(phone(company("B", DISTINCT.get(3) + DISTINCT.get(1) + "贸易公司"), "4008001234"));

    DuplicateSearch found =
        DuplicateFinder.builder(storage).largestBlock(5).build().search();

    assertThat(found.oversized()).contains(new OversizedBlock(BlockKind.CONTACT, 31));
    assertThat(found.comparisons()).isLessThan(31 * 30 / 2);
    assertThat(found.pairs())
        .extracting(DuplicatePair::first, DuplicatePair::second)
        .containsExactly(tuple(CustomerId.of("A13"), CustomerId.of("B")));
  }

  @Test
  void search_twoKeysTooCommon_comparesThoseWhoShareBoth() {
    for (int i = 0; i < 8; i++) {
      store(phone(company("A" + i, DISTINCT.get(i) + "甲"), "4008001234"));
      store(phone(
          home(company("B" + i, DISTINCT.get(i) + "乙")), i == 0 ? "4008001234" : "1390000000" + i));
    }
    store(phone(home(company("C", "迥然不同")), "4008001234"));

    DuplicateSearch found = DuplicateFinder.builder(storage)
        .largestBlock(3)
        .thresholds(1e-9, 1)
        .build()
        .search();

    assertThat(found.oversized())
        .containsExactlyInAnyOrder(
            new OversizedBlock(BlockKind.CONTACT, 10), new OversizedBlock(BlockKind.STREET, 9));
    assertThat(found.comparisons()).isEqualTo(1);
    assertThat(found.pairs()).singleElement().satisfies(pair -> {
      assertThat(pair.first()).isEqualTo(CustomerId.of("B0"));
      assertThat(pair.second()).isEqualTo(CustomerId.of("C"));
    });
  }

  @Test
  void search_namesThatSoundAlike_areFoundWithRomanisationOfTheHost() {
    store(phone(company("A", "Shunfeng Wanju Co., Ltd."), "075526001234"));
    store(phone(company("B", "顺丰玩具有限公司"), "075526001234"));
    DuplicateFinder sounding = DuplicateFinder.builder(storage)
        .romanisation(text -> PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL))
        .build();

    double deaf =
        finder.search().pairs().stream().mapToDouble(DuplicatePair::score).sum();

    assertThat(sounding.search().pairs()).singleElement().satisfies(pair -> {
      assertThat(pair.verdict()).isNotEqualTo(Verdict.NO);
      assertThat(pair.score()).isGreaterThan(deaf);
    });
  }

  @Test
  void search_differentKinds_countAgainst() {
    store(phone(company("A", "Anna Bluewave"), "13800138000"));
    store(phone(Customer.person(CustomerId.of("B"), "Anna Bluewave"), "13800138000"));

    assertThat(finder.search().pairs())
        .allSatisfy(pair -> assertThat(pair.reasons())
            .extracting(reason -> reason.key())
            .contains("identity.kind-differs"));
  }

  @Test
  void searchFor_customerNotStored_findsWhoItMayBe() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234"));
    store(phone(company("C", "恒通贸易有限公司"), "057487001111"));

    Customer typedIn = phone(company("new", "順豐玩具公司"), "0755 26001234").build();
    DuplicateSearch found = finder.searchFor(typedIn);

    assertThat(found.comparisons()).isEqualTo(1);
    assertThat(found.pairs()).singleElement().satisfies(pair -> {
      assertThat(pair.other(typedIn.id())).isEqualTo(CustomerId.of("A"));
      assertThat(pair.other(CustomerId.of("A"))).isEqualTo(typedIn.id());
      assertThatIllegalArgumentException().isThrownBy(() -> pair.other(CustomerId.of("C")));
      assertThat(pair.verdict()).isEqualTo(Verdict.CERTAIN);
    });
  }

  @Test
  void searchFor_storedCustomer_isNotPairedWithItself() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234"));

    Customer stored =
        storage.store(Customer.TYPE).find(CustomerId.of("A")).orElseThrow().value();

    assertThat(finder.searchFor(stored).pairs()).isEmpty();
    assertThat(finder.searchFor(stored).comparisons()).isZero();
  }

  @Test
  void searchFor_keyOfTooMany_isBoundedAndReported() {
    for (int i = 0; i < 30; i++) {
      String name = DISTINCT.get(i % 10) + DISTINCT.get(i / 10);
      store(phone(company("A" + i, name + "贸易有限公司"), "4008001234"));
    }
    Customer typedIn = phone(
            company("new", DISTINCT.get(9) + DISTINCT.get(2) + "贸易公司"), "4008001234")
        .build();

    DuplicateSearch found =
        DuplicateFinder.builder(storage).largestBlock(5).build().searchFor(typedIn);

    assertThat(found.oversized()).contains(new OversizedBlock(BlockKind.CONTACT, 6));
    assertThat(found.comparisons()).isLessThan(30);
    assertThat(found.pairs())
        .extracting(DuplicatePair::first)
        .containsExactly(CustomerId.of("A29"));
  }

  @Test
  void searchFor_nameOfMany_scoresLowerThanARareOne() {
    for (int i = 0; i < 100; i++) {
      store(company("M" + i, "华鑫" + DISTINCT.get(i % 10) + DISTINCT.get(i / 10) + "贸易有限公司"));
      store(company("N" + i, "华鑫" + (i == 0 ? "玩具" : "贸易") + "有限公司"));
    }
    store(company("R", "迥然玩具有限公司"));

    double common = finder.searchFor(company("new", "华鑫玩具公司").build()).pairs().stream()
        .filter(pair -> pair.first().equals(CustomerId.of("N0")))
        .mapToDouble(DuplicatePair::score)
        .sum();

    assertThat(finder.searchFor(company("new", "迥然玩具公司").build()).pairs())
        .singleElement()
        .satisfies(pair -> assertThat(pair.score()).isGreaterThan(common));
  }

  @Test
  void reject_pair_isNotProposedAgain() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234"));
    store(phone(company("B", "顺丰玩具公司"), "075526001234"));
    Customer b =
        storage.store(Customer.TYPE).find(CustomerId.of("B")).orElseThrow().value();
    assertThat(onlyPair().verdict()).isEqualTo(Verdict.CERTAIN);

    assertThat(
            finder.reject(CustomerId.of("B"), CustomerId.of("A"), CLERK, NOON).isDone())
        .isTrue();

    assertThat(finder.search().pairs()).isEmpty();
    assertThat(finder.searchFor(b).pairs()).isEmpty();
    assertThat(
            finder.reject(CustomerId.of("A"), CustomerId.of("B"), CLERK, NOON).isDone())
        .isFalse();
  }

  @Test
  void reject_oneOfThemMergedWithAThird_thirdIsNotProposedEither() {
    store(phone(company("A", "顺丰玩具有限公司"), "075526001234"));
    store(phone(company("B", "顺丰玩具公司"), "075526001234"));
    store(phone(company("Z", "Shunfeng Toys Ltd."), "075526009999"));
    finder.reject(CustomerId.of("A"), CustomerId.of("B"), CLERK, NOON);
    List<StoredType<?>> types = new ArrayList<>(Merge.TYPES);
    types.add(Customer.TYPE);
    types.add(RejectedPair.TYPE);

    Merge.over(storage, TypeRegistry.of(types))
        .plan(CustomerId.of("Z"), CustomerId.of("A"), FieldChoices.combined())
        .apply(MergeId.of("M1"), CLERK, NOON)
        .orThrow();

    assertThat(storage.store(Customer.TYPE).find(CustomerId.of("A"))).isEmpty();
    assertThat(finder.search().comparisons()).isEqualTo(1);
    assertThat(finder.search().pairs()).isEmpty();
  }

  @Test
  void builder_badSettings_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DuplicateFinder.builder(storage).thresholds(0.9, 0.2))
        .withMessageContaining("Maybe");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DuplicateFinder.builder(storage).largestBlock(1))
        .withMessageContaining("Maybe");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DuplicateFinder.builder(storage).customers(0))
        .withMessageContaining("Maybe");
  }

  private DuplicatePair onlyPair() {
    List<DuplicatePair> pairs = finder.search().pairs();
    assertThat(pairs).hasSize(1);
    return pairs.get(0);
  }

  private void store(CustomerBuilder builder) {
    storage.unitOfWork().required(() -> storage.store(Customer.TYPE).insert(builder.build()));
  }

  private static CustomerBuilder company(String id, String name) {
    return Customer.organisation(CustomerId.of(id), name);
  }

  private static CustomerBuilder phone(CustomerBuilder builder, String number) {
    return builder.contactPoint(ContactPoint.of(ContactChannel.PHONE, number));
  }

  private static CustomerBuilder mail(CustomerBuilder builder, String address) {
    return builder.contactPoint(ContactPoint.of(ContactChannel.EMAIL, address));
  }

  private static CustomerBuilder home(CustomerBuilder builder) {
    return builder.address(new Address("南山区科兴路12号3楼", "深圳", null, null, "CN"));
  }
}
