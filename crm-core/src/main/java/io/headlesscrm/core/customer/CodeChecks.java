package io.headlesscrm.core.customer;

import io.headlesscrm.core.evidence.Reason;
import java.util.Optional;
import java.util.regex.Pattern;

/** Length, alphabet and check digits of the codes that registers give. */
final class CodeChecks {

  private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int USCC_LENGTH = 18;
  private static final Pattern LEI_FORM = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
  private static final Pattern VAT_FORM = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,13}");
  private static final int LEI_MODULUS = 97;

  private CodeChecks() {}

  static Optional<Reason> findProblem(String scheme, String value) {
    return switch (scheme) {
      case ExternalId.USCC -> findUsccProblem(value);
      case ExternalId.LEI -> findLeiProblem(value);
      case ExternalId.VAT -> VAT_FORM.matcher(value).matches() ? Optional.empty() : badForm(scheme);
      default -> Optional.empty();
    };
  }

  /** Source: GB 32100-2015, appendix A: C18 = 31 - mod(sum of C_i x 3^(i-1) mod 31, 31). */
  private static Optional<Reason> findUsccProblem(String value) {
    if (value.length() != USCC_LENGTH
        || value.chars().anyMatch(c -> USCC_ALPHABET.indexOf(c) < 0)) {
      return badForm(ExternalId.USCC);
    }
    int modulus = USCC_ALPHABET.length();
    int weight = 1;
    int sum = 0;
    for (int i = 0; i < USCC_LENGTH - 1; i++) {
      sum += USCC_ALPHABET.indexOf(value.charAt(i)) * weight;
      weight = weight * 3 % modulus;
    }
    int expected = (modulus - sum % modulus) % modulus;
    boolean right = USCC_ALPHABET.indexOf(value.charAt(USCC_LENGTH - 1)) == expected;
    return right ? Optional.empty() : badCheckDigit(ExternalId.USCC);
  }

  /** Source: ISO 17442 with ISO/IEC 7064 MOD 97-10: letters count from A = 10, the whole is 1 modulo 97. */
  private static Optional<Reason> findLeiProblem(String value) {
    if (!LEI_FORM.matcher(value).matches()) {
      return badForm(ExternalId.LEI);
    }
    int remainder = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = Character.digit(value.charAt(i), 36);
      remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % LEI_MODULUS;
    }
    return remainder == 1 ? Optional.empty() : badCheckDigit(ExternalId.LEI);
  }

  private static Optional<Reason> badForm(String scheme) {
    return Optional.of(Reason.of("customer.bad-form").withValue("scheme", scheme));
  }

  private static Optional<Reason> badCheckDigit(String scheme) {
    return Optional.of(Reason.of("customer.bad-check-digit").withValue("scheme", scheme));
  }
}
