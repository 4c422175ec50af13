package io.headlesscrm.core.storage.tck;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what was seen with what was expected. */
final class Expect {

  private static final int LONGEST = 400;

  private Expect() {}

  static void equal(String what, @Nullable Object expected, @Nullable Object seen) {
    if (!Objects.equals(expected, seen)) {
      throw new Mismatch(what + ": expected " + difference(expected, seen) + ", saw "
          + difference(seen, expected));
    }
  }

  static void that(String what, boolean holds) {
    if (!holds) {
      throw new Mismatch("expected " + what + ", saw the contrary");
    }
  }

  /** The exception that the work throws, which must be of that kind. */
  static <X extends Throwable> X thrown(String what, Class<X> kind, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (kind.isInstance(e)) {
        return kind.cast(e);
      }
      if (e instanceof Mismatch inside) {
        throw inside;
      }
      throw new Mismatch(what + ": expected " + kind.getSimpleName() + ", saw " + e);
    }
    throw new Mismatch(what + ": expected " + kind.getSimpleName() + ", saw no exception");
  }

  /** A value, shortened to the surroundings of the place where it begins to differ from another one. */
  private static String difference(@Nullable Object value, @Nullable Object other) {
    String text = String.valueOf(value);
    if (text.length() <= LONGEST) {
      return text;
    }
    String otherText = String.valueOf(other);
    int at = 0;
    while (at < Math.min(text.length(), otherText.length())
        && text.charAt(at) == otherText.charAt(at)) {
      at++;
    }
    int start = Math.max(0, at - LONGEST / 2);
    return "(" + text.length() + " characters, from " + start + ") "
        + text.substring(start, Math.min(text.length(), start + LONGEST));
  }
}
