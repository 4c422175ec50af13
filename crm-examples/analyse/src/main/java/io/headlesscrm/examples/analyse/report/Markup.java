package io.headlesscrm.examples.analyse.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes markup that is HTML and well-formed XML at once. Every text and every attribute value goes
 * through the escaping here; there is no way to write raw markup.
 *
 * <p>Attributes are given as names and values in turn.
 */
final class Markup {
  private static final Set<String> VOID_OR_SHAPE =
      Set.of("meta", "rect", "circle", "line", "polyline", "polygon", "path");
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder(1 << 15);
  private final Deque<String> open = new ArrayDeque<>();

  /** Starts an element on a line of its own. */
  Markup open(String tag, String... attributes) {
    out.append('\n');
    return start(tag, attributes);
  }

  /** Ends the innermost open element. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element that holds a text only. */
  Markup leaf(String tag, String text, String... attributes) {
    return start(tag, attributes).text(text).close();
  }

  /** An element that can hold nothing: a void element of HTML or a shape of SVG. */
  Markup empty(String tag, String... attributes) {
    if (!VOID_OR_SHAPE.contains(tag)) {
      throw new IllegalArgumentException("tag = " + tag + " must be one of " + VOID_OR_SHAPE);
    }
    tag(tag, attributes);
    out.append("/>");
    return this;
  }

  /** A quote stays as it is: within a style sheet a browser would not resolve its entity. */
  Markup text(String text) {
    text.codePoints().forEach(this::escape);
    return this;
  }

  /** The finished document, after the doctype. */
  String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("open = " + open + " must be closed");
    }
    return "<!DOCTYPE html>" + out + "\n";
  }

  private Markup start(String tag, String... attributes) {
    tag(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  private void tag(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      attributes[i + 1].codePoints().forEach(this::escapeQuoted);
      out.append('"');
    }
  }

  private void escapeQuoted(int character) {
    if (character == '"') {
      out.append("&quot;");
    } else {
      escape(character);
    }
  }

  private void escape(int character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      default -> out.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
    }
  }

  /**
   * The characters of XML 1.0 but those that steer: control characters, and the marks that turn the
   * direction of all the text behind them. Half a surrogate pair is no character either.
   */
  private static boolean isAllowed(int character) {
    if (character < 0x20) {
      return character == '\n' || character == '\t';
    }
    return !isWithin(character, 0x7F, 0x9F)
        && !isWithin(character, 0x202A, 0x202E)
        && !isWithin(character, 0x2066, 0x2069)
        && !isWithin(character, 0xD800, 0xDFFF)
        && (character & 0xFFFE) != 0xFFFE;
  }

  private static boolean isWithin(int character, int first, int last) {
    return character >= first && character <= last;
  }
}
