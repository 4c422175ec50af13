package io.headlesscrm.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetAddressTest {

  @ParameterizedTest
  @CsvSource({
    "深圳市南山區科興路１２號A棟3樓, 科兴路 12",
    "广东省深圳市南山区粤海街道科兴路12号, 科兴路 12",
    "科兴路 12 号, 科兴路 12",
    "深南大道9988号大厦20层, 深南大道 9988",
    "'Room 301, No. 12 Kexing Rd.', kexing 12",
    "'12 Kexing Road, Nanshan', kexing 12",
    "'Kexing Road 12, 3rd floor', kexing 12",
    "Hauptstraße 5a, haupt 5",
    "Hauptstr. 5, haupt 5"
  })
  void key_streetAndNumber_areFoundWhateverStandsAround(String text, String key) {
    assertThat(StreetAddress.parse(text).key()).isEqualTo(key);
  }

  @Test
  void parse_noStreetOrNumber_hasNoPart() {
    assertThat(StreetAddress.parse("P.O. Box 7").key()).isEmpty();
    assertThat(StreetAddress.parse("科兴路").key()).isEmpty();
    assertThat(StreetAddress.parse("").key()).isEmpty();
  }
}
