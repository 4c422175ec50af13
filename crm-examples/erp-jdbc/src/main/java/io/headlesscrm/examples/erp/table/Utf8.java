package io.headlesscrm.examples.erp.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Ids, keys and instants as the bytes that are stored: exact, and in the order of code points. */
final class Utf8 {

  /** 200 characters of three bytes. */
  private static final int LONGEST_ID = 600;

  /** 500 characters of three bytes; with an id and two names it fits into a third of a PostgreSQL page. */
  private static final int LONGEST_KEY = 1_500;

  private Utf8() {}

  static byte[] id(String id) {
    return bytes(id, "id", LONGEST_ID);
  }

  static byte[] key(String key) {
    return bytes(key, "key", LONGEST_KEY);
  }

  /** Of a query: a key that is too long to be stored equals none. */
  static byte[] sought(String key) {
    return bytes(key, "key");
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text, String what, int longest) {
    byte[] bytes = bytes(text, what);
    if (bytes.length > longest) {
      throw new IllegalArgumentException(
          "the " + what + " has " + bytes.length + " bytes in UTF-8, it must have at most "
              + longest + ". Maybe a whole description is used as a key?");
    }
    return bytes;
  }

  /** Strictly, or two texts with half a character in them would become the same bytes. */
  private static byte[] bytes(String text, String what) {
    try {
      ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the " + what
              + " has half a surrogate pair, it must have whole characters. Maybe a text was cut at a fixed length?");
    }
  }
}
