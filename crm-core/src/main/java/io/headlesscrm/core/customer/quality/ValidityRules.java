package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Address;
import io.headlesscrm.core.customer.ContactChannel;
import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rules that find what has not the form of what it should be, or does not hold any more. */
public final class ValidityRules {

  private static final Set<String> COUNTRIES =
      Set.copyOf(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2));

  private ValidityRules() {}

  /**
   * {@code number-form}: the numbers of registers that have a wrong length or alphabet. A number of a scheme of which
   * nothing is known counts as right.
   *
   * @return looks at every number
   */
  public static QualityRule numberForm() {
    return QualityRule.of("number-form", Dimension.VALIDITY, (customer, day) -> {
      List<Reason> problems = customer.externalIds().stream()
          .flatMap(number -> number.findProblem().stream())
          .filter(problem -> !AccuracyRules.isCheckDigit(problem))
          .toList();
      return new Inspected(customer.externalIds().size(), problems);
    });
  }

  /**
   * {@code email-form}: mail addresses that no server accepts: without one {@code @}, without a dot in the domain, with
   * spaces, too long.
   *
   * @return looks at every mail address, those of contacts too
   */
  public static QualityRule emailForm() {
    return form("email-form", ContactChannel.EMAIL, Forms::isEmail);
  }

  /**
   * {@code phone-form}: phone numbers with fewer than 6 or more than 15 digits or with anything but digits, one leading
   * plus, brackets, hyphens, dots, slashes, spaces and an extension after {@code ext}, {@code x}, {@code #}, 转 or 轉;
   * with extension and all, longer than 64 characters.
   *
   * <p>Source of the upper bound: ITU-T E.164.
   *
   * @return looks at every phone number, those of contacts too
   */
  public static QualityRule phoneForm() {
    return form("phone-form", ContactChannel.PHONE, Forms::isPhone);
  }

  /**
   * {@code country-code}: countries that are not the two capital letters of ISO 3166-1.
   *
   * @return looks at every address with a country
   */
  public static QualityRule countryCode() {
    return QualityRule.of("country-code", Dimension.VALIDITY, (customer, day) -> {
      List<String> countries = customer.addresses().stream()
          .map(Address::country)
          .filter(country -> country != null)
          .toList();
      return each(
          countries, country -> !COUNTRIES.contains(country), Reason.of("quality.bad-country"));
    });
  }

  /**
   * {@code contact-points-hold}: numbers and addresses that do not hold any more. One that will hold one day is right.
   *
   * @return looks at every contact point, those of contacts too
   */
  public static QualityRule contactPointsHold() {
    return QualityRule.of(
        "contact-points-hold",
        Dimension.VALIDITY,
        (customer, day) -> each(
            customer.allContactPoints(),
            point -> isOver(point.until(), day),
            Reason.of("quality.expired-contact-point")));
  }

  /**
   * {@code notes-hold}: notes that may not be used any more and should be gone.
   *
   * @return looks at every note
   */
  public static QualityRule notesHold() {
    return QualityRule.of(
        "notes-hold",
        Dimension.VALIDITY,
        (customer, day) -> each(
            customer.notes(),
            note -> isOver(note.expires(), day),
            Reason.of("quality.expired-note")));
  }

  private static QualityRule form(String name, ContactChannel channel, Predicate<String> isRight) {
    return QualityRule.of(
        name,
        Dimension.VALIDITY,
        (customer, day) -> each(
            of(customer, channel),
            point -> !isRight.test(point.value()),
            Reason.of("quality.bad-" + name)));
  }

  private static List<ContactPoint> of(Customer customer, ContactChannel channel) {
    return customer.allContactPoints().stream()
        .filter(point -> point.channel() == channel)
        .toList();
  }

  private static <T> Inspected each(List<T> things, Predicate<T> isWrong, Reason problem) {
    return new Inspected(
        things.size(), things.stream().filter(isWrong).map(wrong -> problem).toList());
  }

  private static boolean isOver(@Nullable LocalDate until, LocalDate day) {
    return until != null && !day.isBefore(until);
  }
}
