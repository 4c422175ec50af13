package io.headlesscrm.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {

  @Test
  void folded_widthCapitalsPunctuation_vanish() {
    assertThat(Folding.folded("ＳＦ　Express（深圳）Co., Ltd.")).isEqualTo("sf express 深圳 co ltd");
    assertThat(Folding.folded("  A1\t-\u00A0b2__C ")).isEqualTo("a1 b2 c");
    assertThat(Folding.folded("㈱トヨタ")).isEqualTo("株 トヨタ");
    assertThat(Folding.folded("ｶﾞﾗｽ")).isEqualTo("ガラス");
  }

  @Test
  void folded_initialsAndApostrophes_becomeOneWord() {
    assertThat(Folding.folded("J. P. Müller's S.A.")).isEqualTo("jp mullers sa");
    assertThat(Folding.folded("L.L.C.")).isEqualTo("llc");
  }

  @Test
  void folded_accents_vanishFromLettersButNotFromKanaAndHangul() {
    assertThat(Folding.folded("Société Générale")).isEqualTo("societe generale");
    assertThat(Folding.folded("Straße")).isEqualTo("strasse");
    assertThat(Folding.folded("パナソニック")).isEqualTo("パナソニック");
    assertThat(Folding.folded("삼성전자")).isEqualTo("삼성전자");
  }

  @Test
  void simplified_traditional_isSimplified() {
    assertThat(Folding.simplified("順豐速運國際物流貿易實業")).isEqualTo("顺丰速运国际物流贸易实业");
    assertThat(Folding.simplified("臺灣廣東龍華機電會社")).isEqualTo("台湾广东龙华机电会社");
    assertThat(Folding.simplified("陳張劉黃趙吳鄭馮楊許鄧蕭葉鍾盧譚")).isEqualTo("陈张刘黄赵吴郑冯杨许邓萧叶钟卢谭");
    assertThat(Folding.simplified("顺丰 abc")).isEqualTo("顺丰 abc");
  }

  @Test
  void simplifiedTable_everyPair_leadsToACharacterThatStays() {
    List<String> pairs = Lexicon.words("simplified.txt");

    assertThat(pairs).hasSizeBetween(1_000, 3_000).doesNotHaveDuplicates();
    assertThat(pairs).allSatisfy(pair -> {
      assertThat(pair).hasSize(2);
      assertThat(Folding.simplified(pair.substring(1))).isEqualTo(pair.substring(1));
    });
  }

  @Property(tries = 500)
  void folded_twice_changesNothing(@ForAll String text) {
    String once = Folding.folded(text);

    assertThat(Folding.folded(once)).isEqualTo(once);
    assertThat(once).doesNotContain("  ").isEqualTo(once.strip());
  }
}
