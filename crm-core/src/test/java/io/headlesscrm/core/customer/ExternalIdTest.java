package io.headlesscrm.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTest {

  /** Codes that companies publish themselves, and the example of the standard. */
  @ParameterizedTest
  @CsvSource({
    "uscc,91350100M000100Y43",
    "uscc,9144030071526726XG",
    "uscc,914403001922038216",
    "lei,HWUPKR0MPOU8FGXBT394",
    "lei,5493001KJTIIGC8Y1R12",
    "vat,DE811907980",
    "erp,anything at all"
  })
  void findProblem_rightCode_none(String scheme, String value) {
    assertThat(ExternalId.of(scheme, value).findProblem()).isEmpty();
  }

  /** Of an LEI a letter for a letter and a digit for a digit, which is what its check digits are made to find. */
  @ParameterizedTest
  @ValueSource(strings = {"uscc", "lei"})
  void findProblem_anyOneCharacterChanged_found(String scheme) {
    String right = scheme.equals("lei") ? "HWUPKR0MPOU8FGXBT394" : "91350100M000100Y43";
    for (int i = 0; i < right.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        if (scheme.equals("lei") && Character.isDigit(c) != Character.isDigit(right.charAt(i))) {
          continue;
        }
        String changed = right.substring(0, i) + c + right.substring(i + 1);
        assertThat(ExternalId.of(scheme, changed).findProblem().isEmpty())
            .as(changed)
            .isEqualTo(changed.equals(right));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "uscc,91350100M000100Y4",
    "uscc,91350100M000100Y4I",
    "lei,HWUPKR0MPOU8FGXBT39",
    "vat,811907980"
  })
  void findProblem_wrongForm_said(String scheme, String value) {
    assertThat(ExternalId.of(scheme, value).findProblem())
        .hasValueSatisfying(problem -> assertThat(problem.key()).isEqualTo("customer.bad-form"));
    assertThat(ExternalId.of(scheme, value).key()).isEmpty();
  }

  @Test
  void of_widthSpacesAndCase_normalForm() {
    assertThat(ExternalId.of(" USCC ", "９1350100 m000100y43"))
        .isEqualTo(ExternalId.of("uscc", "91350100M000100Y43"));
  }

  @Test
  void of_blank_refusedWithoutQuoting() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExternalId.of("erp", " "))
        .withMessageContaining("external id is blank");
  }
}
