package io.headlesscrm.core.purchase.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.headlesscrm.core.evidence.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first row of a file and the delimiter that splits it best: the one that gives the columns of an export, else the
 * one that gives most columns.
 */
record Header(char delimiter, ColumnMapping columns) {

  /** In this order when several do equally well. */
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  static Header of(String head, CsvOptions options, String file) {
    requireText(head, file);
    Character given = options.delimiter();
    List<Header> headers = (given == null ? DELIMITERS.stream() : Stream.of(given))
        .filter(delimiter -> delimiter != options.quote())
        .flatMap(delimiter -> split(head, delimiter, options).stream()
            .map(names -> new Header(delimiter, ColumnMapping.of(names, options, file))))
        .sorted(Comparator.comparingInt(header -> -header.columns.header().size()))
        .toList();
    if (headers.isEmpty()) {
      throw malformed(file);
    }
    return headers.stream()
        .filter(header -> header.columns.problem() == null)
        .findFirst()
        .orElseThrow(() -> refused(headers.get(0), file));
  }

  /** The first row is none, or its quotes go wrong. */
  static UnreadableCsvException malformed(String file) {
    return unreadable("csv.file_header", file);
  }

  private static UnreadableCsvException refused(Header best, String file) {
    Reason problem = best.columns.problem();
    boolean undecodable = String.join("", best.columns.header()).indexOf('\uFFFD') >= 0;
    return undecodable || problem == null
        ? unreadable("csv.file_undecodable", file)
        : new UnreadableCsvException(problem);
  }

  private static void requireText(String head, String file) {
    if (head.isBlank()) {
      throw unreadable("csv.file_empty", file);
    }
    // one in a cell further down spoils its own row only
    String firstLine = head.strip().lines().findFirst().orElse("");
    if (firstLine.indexOf('\0') >= 0) {
      throw unreadable("csv.file_binary", file);
    }
  }

  /** The cells of the first row that is not empty; no value when the quotes of the row go wrong. */
  private static Optional<List<String>> split(String head, char delimiter, CsvOptions options) {
    CsvReader.CsvReaderBuilder parser =
        CsvReader.builder().fieldSeparator(delimiter).quoteCharacter(options.quote());
    try (CloseableIterator<CsvRecord> rows = parser.ofCsvRecord(head).iterator()) {
      return rows.hasNext() ? Optional.of(rows.next().getFields()) : Optional.empty();
    } catch (CsvParseException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnreadableCsvException unreadable(String key, String file) {
    return new UnreadableCsvException(Reason.of(key).withValue("file", file));
  }
}
