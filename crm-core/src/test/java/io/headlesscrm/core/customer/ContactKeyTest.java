package io.headlesscrm.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "+86 138 0013 8000",
        "0086-138-0013-8000",
        "(+86) 138.0013.8000",
        "１３８００１３８０００",
        "٠١٣٨٠٠١٣٨٠٠٠"
      })
  void phone_writtenInManyWays_oneKey(String written) {
    assertThat(ContactKey.of(ContactChannel.PHONE, written)).isEqualTo("phone:3800138000");
  }

  @ParameterizedTest
  @CsvSource({
    "13800138000,15800138000",
    "0755-88888888,010-88888888",
    "+49 170 1234567,+49 171 1234567"
  })
  void phone_otherSubscribers_otherKeys(String one, String other) {
    assertThat(ContactKey.of(ContactChannel.PHONE, one))
        .isNotEqualTo(ContactKey.of(ContactChannel.PHONE, other));
  }

  @ParameterizedTest
  @CsvSource({"+49 170 1234567,0170 1234567", "+86 755 8888 8888,0755-88888888"})
  void phone_internationalAndNational_oneKey(String one, String other) {
    assertThat(ContactKey.of(ContactChannel.PHONE, one))
        .isEqualTo(ContactKey.of(ContactChannel.PHONE, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n/a", "95338"})
  void phone_nothingToTellSubscribersApart_noKey(String written) {
    assertThat(ContactKey.of(ContactChannel.PHONE, written)).isEmpty();
  }

  @Test
  void email_caseAndWidth_oneKey() {
    assertThat(ContactKey.of(ContactChannel.EMAIL, " Wang@Example.COM "))
        .isEqualTo(ContactKey.of(ContactChannel.EMAIL, "wang＠example.com"))
        .isEqualTo("email:wang@example.com");
  }
}
