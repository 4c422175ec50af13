package io.headlesscrm.core.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, '', 3",
    "kitten, sitting, 3",
    "saturday, sunday, 3",
    "ab, ba, 1",
    "ca, abc, 3", // the restricted form; the unrestricted one gives 2
    "顺丰, 丰顺, 1",
    "13800138000, 13800130800, 1"
  })
  void between_knownPairs_isKnown(String a, String b, int distance) {
    assertThat(EditDistance.between(a, b)).isEqualTo(distance);
    assertThat(EditDistance.between(b, a)).isEqualTo(distance);
  }

  @Property(tries = 300)
  void between_anyTexts_isThatOfTheRecursion(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String a,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String b) {
    assertThat(EditDistance.between(a, b)).isEqualTo(recursive(a, b));
  }

  @ParameterizedTest
  @CsvSource({"货代, 国际货运代理, true", "电商, 电子商务, true", "汽配, 汽车零部件, false", "代货, 货运代理, false"})
  void isAbbreviation_charactersInOrder(String brief, String full, boolean expected) {
    assertThat(EditDistance.isAbbreviation(brief, full)).isEqualTo(expected);
  }

  private static int recursive(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String shortA = a.substring(0, a.length() - 1);
    String shortB = b.substring(0, b.length() - 1);
    boolean same = a.charAt(a.length() - 1) == b.charAt(b.length() - 1);
    int least = Math.min(
        recursive(shortA, shortB) + (same ? 0 : 1),
        1 + Math.min(recursive(shortA, b), recursive(a, shortB)));
    boolean swap = a.length() > 1
        && b.length() > 1
        && a.charAt(a.length() - 1) == b.charAt(b.length() - 2)
        && a.charAt(a.length() - 2) == b.charAt(b.length() - 1);
    return swap
        ? Math.min(
            least, 1 + recursive(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2)))
        : least;
  }
}
