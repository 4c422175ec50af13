package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Where the characters come from: a file, which can be read again, or a stream, which cannot. */
final class CsvSource {

  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 1 << 16;

  private final String name;
  private final boolean repeatable;
  private final Opener opener;

  private CsvSource(String name, boolean repeatable, Opener opener) {
    this.name = name;
    this.repeatable = repeatable;
    this.opener = opener;
  }

  static CsvSource of(Path file, CsvOptions options) {
    String name = file.toString();
    return new CsvSource(name, true, () -> open(Files.newInputStream(file), name, options));
  }

  static CsvSource of(InputStream bytes, CsvOptions options) {
    return new CsvSource("the stream", false, () -> open(bytes, "the stream", options));
  }

  static CsvSource of(Reader characters) {
    return new CsvSource(
        "the stream", false, () -> Opened.of(characters, StandardCharsets.UTF_16, false));
  }

  /** The path as it was given. */
  String name() {
    return name;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  Opened open() throws IOException {
    return opener.open();
  }

  /** The same failure with the name of the file. */
  UncheckedIOException unreadable(IOException cause) {
    String why =
        cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
    return new UncheckedIOException("cannot read " + name + ": " + why, cause);
  }

  private static Opened open(InputStream bytes, String name, CsvOptions options)
      throws IOException {
    try {
      InputStream in = new BufferedInputStream(bytes, BUFFER);
      boolean gzip = startsWith(in, 0x1F, 0x8B);
      if (gzip) {
        in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      }
      if (startsWith(in, 'P', 'K', 3, 4)) {
        throw new UnreadableCsvException(Reason.of("csv.file_workbook").withValue("file", name));
      }
      Charset charset = charset(in, options);
      return Opened.of(new InputStreamReader(in, charset), charset, gzip);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** By the byte order mark, which is skipped; without one as the options say, else UTF-8. */
  private static Charset charset(InputStream in, CsvOptions options) throws IOException {
    if (startsWith(in, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    boolean little = startsWith(in, 0xFF, 0xFE);
    if (little || startsWith(in, 0xFE, 0xFF)) {
      in.skipNBytes(2);
      return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    Charset given = options.charset();
    return given == null ? StandardCharsets.UTF_8 : given;
  }

  private static boolean startsWith(InputStream in, int... expected) throws IOException {
    in.mark(expected.length);
    byte[] start = in.readNBytes(expected.length);
    in.reset();
    boolean same = start.length == expected.length;
    for (int i = 0; i < expected.length && same; i++) {
      same = (start[i] & 0xFF) == expected[i];
    }
    return same;
  }

  private interface Opener {
    Opened open() throws IOException;
  }

  /** An open source; closing it closes what was given. */
  record Opened(PushbackReader reader, Charset charset, boolean gzip) implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Opened of(Reader characters, Charset charset, boolean gzip) throws IOException {
      PushbackReader reader = new PushbackReader(characters, HEAD);
      int first = reader.read();
      if (first >= 0 && first != BYTE_ORDER_MARK) {
        reader.unread(first);
      }
      return new Opened(reader, charset, gzip);
    }

    /** The beginning of the text, which is still there to be read. */
    String head() throws IOException {
      char[] head = new char[HEAD];
      int length = 0;
      int read = 0;
      while (read >= 0 && length < HEAD) {
        read = reader.read(head, length, HEAD - length);
        length += Math.max(0, read);
      }
      reader.unread(head, 0, length);
      return new String(head, 0, length);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
