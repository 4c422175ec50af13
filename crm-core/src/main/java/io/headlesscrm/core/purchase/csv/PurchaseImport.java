package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What became of an export: each row is used, set aside by the returns policy, or rejected; for every policy the three
 * add up to the rows that were read. Immutable and thread-safe; 8 bytes for each return or free delivery and some 100
 * for each rejected row, beside the log.
 */
public final class PurchaseImport {

  private static final Reason FREE = Reason.of("csv.set_aside_free");
  private static final Reason RETURN = Reason.of("csv.set_aside_return");
  private static final Reason UNMATCHED = Reason.of("csv.set_aside_unmatched");

  private final PurchaseLog log;
  private final CsvFormat format;
  private final long rowsRead;
  private final List<RejectedRow> rejected;
  private final long[] freeLines;
  private final long[] returnLines;
  private final long[] unmatchedLines;
  private final List<Reason> notices;
  private final RowReplay replay;

  PurchaseImport(
      PurchaseLog log,
      CsvFormat format,
      Pass<LogSink> pass,
      LogGathering gathering,
      List<Reason> notices,
      RowReplay replay) {
    this.log = log;
    this.format = format;
    this.rowsRead = pass.rowsRead();
    this.rejected = pass.rejected();
    this.freeLines = gathering.counts().freeLines(pass.lines());
    this.returnLines = gathering.counts().returnLines(pass.lines());
    Set<Long> matched = gathering.matchedLines(log);
    this.unmatchedLines =
        Arrays.stream(returnLines).filter(line -> !matched.contains(line)).toArray();
    this.notices = List.copyOf(notices);
    this.replay = replay;
  }

  /**
   * All rows that were not rejected.
   *
   * @return the log; the same for any order of rows and any number of threads
   */
  public PurchaseLog log() {
    return log;
  }

  /**
   * How the file was understood.
   *
   * @return encoding, delimiter, columns
   */
  public CsvFormat format() {
    return format;
  }

  /**
   * Rows of the file without its header and without empty lines.
   *
   * @return at least 0
   */
  public long rowsRead() {
    return rowsRead;
  }

  /**
   * Rows that count under a policy.
   *
   * @param policy which rows count
   * @return rows read less those set aside and those rejected
   */
  public long rowsUsed(ReturnsPolicy policy) {
    return rowsRead - rowsSetAside(policy) - rejected.size();
  }

  /**
   * Rows that do not count under a policy.
   *
   * @param policy which rows count
   * @return at least 0
   */
  public long rowsSetAside(ReturnsPolicy policy) {
    return free(policy).length + (long) returns(policy).length;
  }

  /**
   * Rows that do not count under a policy, one by one. A return of which only a part is matched counts as used.
   *
   * @param policy which rows count
   * @return by line
   */
  public List<SetAsideRow> setAside(ReturnsPolicy policy) {
    Reason ofReturns = policy == ReturnsPolicy.MATCHED ? UNMATCHED : RETURN;
    return Stream.concat(rows(free(policy), FREE), rows(returns(policy), ofReturns))
        .sorted((a, b) -> Long.compare(a.line(), b.line()))
        .toList();
  }

  /**
   * Rows that cannot be a purchase.
   *
   * @return by line
   */
  public List<RejectedRow> rejected() {
    return Collections.unmodifiableList(rejected);
  }

  /**
   * What the reader of the figures should know about the file: what was decided, rounded or taken off.
   *
   * @return at most one of each kind
   */
  public List<Reason> notices() {
    return notices;
  }

  /**
   * Reads the file once more, with all that is known of it now, and hands out each row that was not rejected: with item,
   * channel and cost, which the log does not keep.
   *
   * @param consumer hears of the rows in the order of the file
   * @throws IllegalStateException when the import came from a stream, which cannot be read again
   */
  public void forEachRow(Consumer<CsvRow> consumer) {
    replay.forEach(consumer);
  }

  private long[] free(ReturnsPolicy policy) {
    boolean setAside = policy == ReturnsPolicy.SALES || policy == ReturnsPolicy.MATCHED;
    return setAside ? freeLines : new long[0];
  }

  private long[] returns(ReturnsPolicy policy) {
    return switch (policy) {
      case SALES, GROSS -> returnLines;
      case MATCHED -> unmatchedLines;
      case NET, NET_FLOORED -> new long[0];
    };
  }

  private static Stream<SetAsideRow> rows(long[] lines, Reason reason) {
    return LongStream.of(lines).mapToObj(line -> new SetAsideRow(line, reason));
  }
}
