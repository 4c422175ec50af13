package io.headlesscrm.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "WANG Xiao-Ming, Mr Xiaoming Wang",
    "'Müller, Anna', Dr. Anna Muller",
    "陳 美玲 女士, 陈美玲",
    "Ｌｉ　Ｎａ, na li"
  })
  void parse_otherOrderTitleWidthScript_isTheSame(String one, String other) {
    assertThat(PersonName.parse(one)).isEqualTo(PersonName.parse(other));
    assertThat(PersonName.parse(one).blockingKeys()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Xiaoming Wang, Xiaomnig Wang", "Anna Mueller, Ana Mueller"})
  void blockingKeys_oneLetterWrong_haveOneInCommon(String one, String other) {
    assertThat(PersonName.parse(one).blockingKeys())
        .containsAnyElementsOf(PersonName.parse(other).blockingKeys());
  }

  @Test
  void parse_nothing_hasNoPart() {
    assertThat(PersonName.parse("?").core()).isEmpty();
    assertThat(PersonName.parse("?").blockingKeys()).isEmpty();
  }

  @Test
  void core_twoScripts_hasBoth() {
    assertThat(PersonName.parse("Chen Meiling 陳美玲").core()).isEqualTo("陈美玲 chen meiling");
  }
}
