package io.headlesscrm.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

  @ParameterizedTest
  @CsvSource({
    "顺丰速运有限公司, 顺丰速运, LIMITED",
    "順豐速運有限責任公司, 顺丰速运, LIMITED",
    "顺丰速运股份有限公司, 顺丰速运, STOCK",
    "顺丰速运（集团）有限公司, 顺丰速运, GROUP",
    "顺丰速运集团, 顺丰速运, GROUP",
    "宏远管理咨询（有限合伙）, 宏远管理咨询, PARTNERSHIP",
    "株式会社トヨタ, トヨタ, STOCK",
    "㈱トヨタ, トヨタ, STOCK",
    "삼성전자 주식회사, 삼성전자, STOCK",
    "'SF Express Co., Ltd.', sf express, LIMITED",
    "'SF EXPRESS CO.,LTD', sf express, LIMITED",
    "SF Express Company Limited, sf express, LIMITED",
    "'Acme, Inc.', acme, STOCK",
    "Acme L.L.C., acme, LIMITED",
    "Müller & Söhne GmbH & Co. KG, muller sohne, PARTNERSHIP",
    "Siemens AG, siemens, STOCK",
    "Danone S.A., danone, STOCK",
    "Harbour Trading Pte. Ltd., harbour trading, LIMITED",
    "Perniagaan Jaya Sdn. Bhd., perniagaan jaya, LIMITED",
    "PT Maju Jaya Tbk, maju jaya, STOCK",
    "Alfa Sp. z o.o., alfa, LIMITED",
    "ООО Ромашка, ромашка, LIMITED",
    "The Hong Kong Ferry Group, hong kong ferry, GROUP",
    "SF Express Ltd. (Shenzhen), sf express shenzhen, LIMITED",
    "Smith and Jones, smith jones, NONE"
  })
  void parse_legalForm_isTakenOffTheCore(String text, String core, LegalForm form) {
    CompanyName name = CompanyName.parse(text);

    assertThat(name.core()).isEqualTo(core);
    assertThat(name.legalForm()).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "深圳市顺丰速运有限公司, 顺丰速运, 深圳",
    "顺丰速运（深圳）有限公司, 顺丰速运, 深圳",
    "广东省深圳市南山区宏远科技有限公司, 宏远科技, 广东 深圳",
    "中国远洋, 远洋, 中国",
    "内蒙古自治区蒙牛乳业, 蒙牛乳业, 内蒙古"
  })
  void parse_region_isAWeakPart(String text, String core, String regions) {
    CompanyName name = CompanyName.parse(text);

    assertThat(name.ideographs()).isEqualTo(core);
    assertThat(String.join(" ", name.regions())).isEqualTo(regions);
  }

  @Test
  void parse_regionIsAllThatTells_staysInTheCore() {
    assertThat(CompanyName.parse("金华物流有限公司").core()).isEqualTo("金华物流");
    assertThat(CompanyName.parse("上海").core()).isEqualTo("上海");
  }

  @ParameterizedTest
  @CsvSource({
    "华为技术有限公司北京分公司, 华为技术, 北京",
    "华为技术有限公司（北京市分公司）, 华为技术, 北京",
    "顺丰速运深圳分公司, 顺丰速运, 深圳",
    "中国银行徐家汇支行, 银行, 徐家汇",
    "'SF Express Co., Ltd. Shenzhen Branch', sf express, shenzhen",
    "SF Express Shenzhen Branch, sf express, shenzhen"
  })
  void parse_branch_isKeptApart(String text, String core, String branch) {
    CompanyName name = CompanyName.parse(text);

    assertThat(name.core()).endsWith(core);
    assertThat(name.branch()).isEqualTo(branch);
  }

  @Test
  void parse_twoScripts_bothAreKept() {
    CompanyName name = CompanyName.parse("顺丰速运有限公司 SF Express Co., Ltd.");

    assertThat(name.ideographs()).isEqualTo("顺丰速运");
    assertThat(name.words()).containsExactly("sf", "express");
  }

  @Test
  void parse_nothingButLegalForm_keepsSomething() {
    assertThat(CompanyName.parse("有限公司").core()).isNotEmpty();
    assertThat(CompanyName.parse("Co Ltd").core()).isNotEmpty();
    assertThat(CompanyName.parse(" -- ").core()).isEmpty();
    assertThat(CompanyName.parse("").blockingKeys()).isEmpty();
  }

  @Test
  void stem_commonWordsAtTheEnd_areLeftOut() {
    assertThat(CompanyName.parse("顺丰国际物流有限公司").stem()).isEqualTo("顺丰");
    assertThat(CompanyName.parse("物流有限公司").stem()).isEqualTo("物流");
  }

  @ParameterizedTest
  @CsvSource({
    "深圳市順豐速運有限公司, 顺丰速运",
    "顺丰速运有限公司, 顺丰速云有限公司",
    "顺丰速运有限公司, 顺丰运速有限公司",
    "顺丰速运有限公司, 顺丰速运达有限公司",
    "宏远国际货运代理有限公司, 宏远国际货代有限公司",
    "中远海运集装箱运输有限公司, 中远海运集装箱运输股份公司",
    "Bluewave Logistics Ltd, Bluewvae Logistics",
    "Bluewave Logistics Ltd, Blue Wave Logistics Limited",
    "'Bluewave Harbour, Inc.', Harbour Bluewave",
    "'Bluewave Harbour, Inc.', Bluewave Habrour",
    "'Bluewave Harbour, Inc.', Bluwave Harbour LLC",
    "Golden Anchor Maritime Trading, Golden Anchr Maritime Trading Co Ltd",
    "Golden Anchor Maritime, Golden Anchor Ltd"
  })
  void blockingKeys_sameCompanyWrittenOtherwise_haveOneInCommon(String one, String other) {
    assertThat(CompanyName.parse(one).blockingKeys())
        .containsAnyElementsOf(CompanyName.parse(other).blockingKeys());
  }

  @Test
  void blockingKeys_otherCompanies_haveNoneInCommon() {
    Set<String> keys = CompanyName.parse("深圳市宏远物流有限公司").blockingKeys();

    assertThat(keys)
        .doesNotContainAnyElementsOf(CompanyName.parse("深圳市恒通贸易有限公司").blockingKeys());
    assertThat(CompanyName.parse("Bluewave Logistics").blockingKeys())
        .doesNotContainAnyElementsOf(CompanyName.parse("Greenfield Logistics").blockingKeys());
  }

  /** Whatever the name and wherever the typing error: the neighbourhood of deletions misses none. */
  @Property(tries = 500)
  void blockingKeys_oneCharacterWrong_haveOneInCommon(
      @ForAll @IntRange(min = 0x4E00, max = 0x9FA5) int first,
      @ForAll @IntRange(min = 0x4E00, max = 0x9FA5) int wrong,
      @ForAll @IntRange(min = 4, max = 12) int length,
      @ForAll @IntRange(max = 3) int place) {
    String right = "鑫" + Character.toString(first).repeat(length - 1);
    StringBuilder mistyped = new StringBuilder(right);
    mistyped.setCharAt(place, (char) wrong);

    assertThat(BlockingKeys.of(plain(right)))
        .containsAnyElementsOf(BlockingKeys.of(plain(mistyped.toString())));
    mistyped.deleteCharAt(place);
    assertThat(BlockingKeys.of(plain(right)))
        .containsAnyElementsOf(BlockingKeys.of(plain(mistyped.toString())));
  }

  @Test
  void blockingKeys_longestNames_areFewAndShort() {
    String words = String.join(
        " ", Collections.nCopies(3, "anchor harbour maritime bluewave ocean " + "x".repeat(200)));
    Set<String> keys = CompanyName.parse("宏远国际货运代理供应链管理有限公司 " + words).blockingKeys();

    assertThat(keys).hasSizeLessThanOrEqualTo(24).allMatch(key -> key.length() <= 100);
  }

  @Test
  void parse_romanisationOfTheHost_givesSoundAndFindsHomophones() {
    Romanisation pinyin = text -> PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL);
    CompanyName name = CompanyName.parse("順豐速運有限公司", pinyin);

    assertThat(name.sound()).isEqualTo("shunfengsuyun");
    assertThat(name.blockingKeys())
        .containsAnyElementsOf(CompanyName.parse("Shunfeng Suyun Co., Ltd.").blockingKeys())
        .containsAnyElementsOf(CompanyName.parse("顺峰速韵有限公司", pinyin).blockingKeys());
  }

  @Test
  void parse_noRomanisation_hasNoSound() {
    assertThat(CompanyName.parse("顺丰速运").sound()).isEmpty();
  }

  private static CompanyName plain(String ideographs) {
    return new CompanyName(ideographs, List.of(), LegalForm.NONE, List.of(), "", "");
  }
}
