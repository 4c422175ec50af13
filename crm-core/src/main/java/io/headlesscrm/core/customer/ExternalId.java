package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The number that somebody else gave to a customer: the ERP, the tax office, a register. Written without white space, in
 * capitals and half width, so that equal numbers are equal texts.
 *
 * <p>A number with a wrong check digit can be kept, as it may be all that is known; {@link #findProblem} says what is
 * wrong, and such a number recognises nobody.
 *
 * @param scheme whose number it is: one of the constants or the host's own, in small letters; not blank
 * @param value the number; not blank
 */
public record ExternalId(String scheme, String value) {

  /** The customer number of an ERP. */
  public static final String ERP = "erp";

  /** The number that a tax office gave. */
  public static final String TAX = "tax";

  /** China's unified social credit code: 18 characters, the last of them a check digit (GB 32100-2015). */
  public static final String USCC = "uscc";

  /** The legal entity identifier: 20 characters, the last two check digits (ISO 17442). */
  public static final String LEI = "lei";

  /** A number for value added tax, the country first, such as {@code DE123456789}. */
  public static final String VAT = "vat";

  public ExternalId {
    scheme = Texts.requireNotBlank(scheme, "scheme").strip().toLowerCase(Locale.ROOT);
    value = Normalizer.normalize(Texts.requireNotBlank(value, "external id"), Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  /**
   * A number of a scheme.
   *
   * @param scheme whose number it is
   * @param value the number, as it is written
   * @return in normal form
   */
  public static ExternalId of(String scheme, String value) {
    return new ExternalId(scheme, value);
  }

  /**
   * What is wrong with the number, where the scheme allows to tell.
   *
   * @return empty when nothing is, or when nothing is known about the scheme
   */
  public Optional<Reason> findProblem() {
    return CodeChecks.findProblem(scheme, requireNonNull(value, "value"));
  }

  /**
   * What is compared when a customer is recognised.
   *
   * @return such as {@code uscc:91440300708461136T}; empty when the number is wrong
   */
  public String key() {
    return findProblem().isPresent() ? "" : scheme + ":" + value;
  }

  /** The scheme alone: the number of a person is personal. */
  @Override
  public String toString() {
    return scheme + " number";
  }
}
