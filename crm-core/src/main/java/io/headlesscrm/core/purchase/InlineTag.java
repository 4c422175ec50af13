package io.headlesscrm.core.purchase;

/**
 * An ASCII id of at most eight characters as one number above 0: seven bits a character, from the highest bits down,
 * then the length, so that tags sort as the ids do.
 */
final class InlineTag {

  private static final int MOST_CHARACTERS = 8;
  private static final int CHARACTER_BITS = 7;
  private static final int LENGTH_BITS = 4;

  private InlineTag() {}

  /** The tag of an id, or 0 when the id is too long or not ASCII. */
  static long of(char[] text, int start, int length) {
    if (length > MOST_CHARACTERS) {
      return 0;
    }
    long tag = 0;
    int seen = 0;
    for (int i = 0; i < length; i++) {
      char c = text[start + i];
      seen |= c;
      tag = (tag << CHARACTER_BITS) | c;
    }
    return finished(tag, seen, length);
  }

  /** The tag of an id, or 0 when the id is too long or not ASCII. */
  static long of(CharSequence id) {
    int length = id.length();
    if (length > MOST_CHARACTERS) {
      return 0;
    }
    long tag = 0;
    int seen = 0;
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      seen |= c;
      tag = (tag << CHARACTER_BITS) | c;
    }
    return finished(tag, seen, length);
  }

  private static long finished(long tag, int seen, int length) {
    return seen < 1 << CHARACTER_BITS ? (tag << shift(length - 1)) | length : 0;
  }

  /** The id of a tag. */
  static String text(long tag) {
    StringBuilder text = new StringBuilder(MOST_CHARACTERS);
    for (int i = 0; i < length(tag); i++) {
      text.append((char) character(tag, i));
    }
    return text.toString();
  }

  static int length(long tag) {
    return (int) tag & (1 << LENGTH_BITS) - 1;
  }

  static byte character(long tag, int at) {
    return (byte) ((tag >>> shift(at)) & (1 << CHARACTER_BITS) - 1);
  }

  private static int shift(int at) {
    return LENGTH_BITS + CHARACTER_BITS * (MOST_CHARACTERS - 1 - at);
  }
}
