package io.headlesscrm.examples.analyse.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** ASCII text straight to bytes: ten million rows leave no time for strings. */
final class CsvBytes {
  private static final int SIZE = 1 << 16;
  /** No piece written at once is longer. */
  private static final int ROOM = 256;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE + ROOM];
  private int size;

  CsvBytes(OutputStream out) {
    this.out = out;
  }

  CsvBytes text(String ascii) {
    return bytes(ascii.getBytes(US_ASCII));
  }

  CsvBytes bytes(byte[] ascii) {
    System.arraycopy(ascii, 0, buffer, size, ascii.length);
    size += ascii.length;
    return this;
  }

  CsvBytes comma() {
    buffer[size++] = ',';
    return this;
  }

  /** Ends the line; the only place where bytes leave the buffer. */
  void newLine() throws IOException {
    buffer[size++] = '\n';
    if (size >= SIZE - ROOM) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  /** The number with zeros before it, wider where it needs to be. */
  CsvBytes padded(long number, int width) {
    int digits = Math.max(width, digits(number));
    long left = number;
    for (int i = digits - 1; i >= 0; i--) {
      buffer[size + i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    size += digits;
    return this;
  }

  /** Minor units with two decimals, {@code -12.30}. */
  CsvBytes amount(long cents) {
    if (cents < 0) {
      buffer[size++] = '-';
    }
    long positive = Math.abs(cents);
    padded(positive / 100, 1);
    buffer[size++] = '.';
    return padded(positive % 100, 2);
  }

  private static int digits(long number) {
    int digits = 1;
    for (long left = number / 10; left > 0; left /= 10) {
      digits++;
    }
    return digits;
  }
}
