package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.money.ExchangeRates;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about an export beforehand; everything has a default. Immutable. */
public final class CsvOptions {

  private final Map<CsvColumn, String> columns;
  private final Set<CsvColumn> ignored;
  private final @Nullable ExchangeRates rates;
  private final ZoneId zone;
  private final @Nullable Charset charset;
  private final @Nullable Character delimiter;
  private final char quote;
  private final @Nullable DateOrder dateOrder;
  private final @Nullable Character decimalMark;
  private final String cancellationPrefix;
  private final boolean matchCreditNotes;

  private CsvOptions(Builder builder) {
    this.columns = new EnumMap<>(builder.columns);
    this.ignored = EnumSet.copyOf(builder.ignored);
    this.rates = builder.rates;
    this.zone = builder.zone;
    this.charset = builder.charset;
    this.delimiter = builder.delimiter;
    this.quote = builder.quote;
    this.dateOrder = builder.dateOrder;
    this.decimalMark = builder.decimalMark;
    this.cancellationPrefix = builder.cancellationPrefix;
    this.matchCreditNotes = builder.matchCreditNotes;
  }

  /**
   * Nothing is known.
   *
   * @return all defaults
   */
  public static CsvOptions defaults() {
    return builder().build();
  }

  /**
   * Starts from the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  Map<CsvColumn, String> columns() {
    return columns;
  }

  boolean isIgnored(CsvColumn column) {
    return ignored.contains(column);
  }

  @Nullable
  ExchangeRates rates() {
    return rates;
  }

  ZoneId zone() {
    return zone;
  }

  @Nullable
  Charset charset() {
    return charset;
  }

  @Nullable
  Character delimiter() {
    return delimiter;
  }

  char quote() {
    return quote;
  }

  @Nullable
  DateOrder dateOrder() {
    return dateOrder;
  }

  @Nullable
  Character decimalMark() {
    return decimalMark;
  }

  String cancellationPrefix() {
    return cancellationPrefix;
  }

  boolean matchCreditNotes() {
    return matchCreditNotes;
  }

  /** Collects what is known. */
  public static final class Builder {

    private final Map<CsvColumn, String> columns = new EnumMap<>(CsvColumn.class);
    private final Set<CsvColumn> ignored = EnumSet.noneOf(CsvColumn.class);
    private @Nullable ExchangeRates rates;
    private ZoneId zone = ZoneOffset.UTC;
    private @Nullable Charset charset;
    private @Nullable Character delimiter;
    private char quote = '"';
    private @Nullable DateOrder dateOrder;
    private @Nullable Character decimalMark;
    private String cancellationPrefix = "C";
    private boolean matchCreditNotes;

    private Builder() {}

    /**
     * Names a column. Default: the usual names are recognised, English and Chinese, whatever their case, spaces and
     * underscores. Who names quantity and unit price but no amount gets their product.
     *
     * @param column what it means
     * @param name as the header spells it
     * @return this builder
     */
    public Builder column(CsvColumn column, String name) {
      columns.put(requireNonNull(column, "column"), requireNonNull(name, "name"));
      ignored.remove(column);
      return this;
    }

    /**
     * Reads the file as if it had no such column. Default: none is ignored.
     *
     * @param column what it would have meant
     * @return this builder
     */
    public Builder ignore(CsvColumn column) {
      ignored.add(requireNonNull(column, "column"));
      columns.remove(column);
      return this;
    }

    /**
     * The currency of the log; rows in another one are rejected. Default: the only one of the file's currency column,
     * else none (ISO 4217 XXX, two decimals).
     *
     * @param currency ISO 4217
     * @return this builder
     */
    public Builder currency(Currency currency) {
      return exchangeRates(ExchangeRates.none(currency));
    }

    /**
     * Rows in another currency are converted into the target of the rates, at the rate of their day. Default: none.
     *
     * @param rates their target is the currency of the log, and of rows that name none
     * @return this builder
     */
    public Builder exchangeRates(ExchangeRates rates) {
      this.rates = requireNonNull(rates, "rates");
      return this;
    }

    /**
     * In which days begin. A timestamp without an offset is local time there; one with an offset is converted.
     * Default: UTC.
     *
     * @param zone any zone
     * @return this builder
     */
    public Builder zone(ZoneId zone) {
      this.zone = requireNonNull(zone, "zone");
      return this;
    }

    /**
     * The encoding of a file without byte order mark, such as GB18030. Default: UTF-8.
     *
     * @param charset a byte order mark wins over it
     * @return this builder
     */
    public Builder charset(Charset charset) {
      this.charset = requireNonNull(charset, "charset");
      return this;
    }

    /**
     * Between cells. Default: the one of comma, semicolon, tab and bar that splits the header best.
     *
     * @param delimiter no line break
     * @return this builder
     */
    public Builder delimiter(char delimiter) {
      this.delimiter = requireInline(delimiter, "delimiter");
      return this;
    }

    /**
     * Around cells that hold a delimiter, a line break or a quote (which is then doubled). Default: the double quote.
     *
     * @param quote no line break
     * @return this builder
     */
    public Builder quote(char quote) {
      this.quote = requireInline(quote, "quote");
      return this;
    }

    /**
     * How 3/4/2026 is meant. Default: decided over the whole column by the days above 12; when there are none, the
     * file is refused.
     *
     * @param dateOrder the order
     * @return this builder
     */
    public Builder dateOrder(DateOrder dateOrder) {
      this.dateOrder = requireNonNull(dateOrder, "dateOrder");
      return this;
    }

    /**
     * How 1,234 and 1.234 are meant: the mark starts the decimals, the other one groups thousands. Default: decided
     * over all numbers of the file by those that leave no doubt (12,5 or 1.234,56); a dot when there are none.
     *
     * @param decimalMark a dot or a comma
     * @return this builder
     */
    public Builder decimalMark(char decimalMark) {
      if (decimalMark != '.' && decimalMark != ',') {
        throw new IllegalArgumentException(
            "decimalMark is \"" + decimalMark + "\", it must be a dot or a comma");
      }
      this.decimalMark = decimalMark;
      return this;
    }

    /**
     * A row whose invoice number is this prefix, in any case, followed by a digit is a return. Default: C, as in
     * C536379. Empty: no number makes a row a return.
     *
     * @param prefix letters
     * @return this builder
     */
    public Builder cancellationPrefix(String prefix) {
      this.cancellationPrefix = requireNonNull(prefix, "prefix");
      return this;
    }

    /**
     * Whether returns that name no purchase are matched: each with the customer's latest earlier sales of the same
     * item (and unit price, where there is such a column) until its quantity is used up. It is for the returns policy
     * "matched" alone, needs a column of items and reads the file twice. Default: false.
     *
     * @param match true to match them
     * @return this builder
     */
    public Builder matchCreditNotes(boolean match) {
      this.matchCreditNotes = match;
      return this;
    }

    /**
     * The finished options.
     *
     * @return an immutable copy
     * @throws IllegalArgumentException when delimiter and quote are the same
     */
    public CsvOptions build() {
      if (delimiter != null && delimiter == quote) {
        throw new IllegalArgumentException(
            "delimiter and quote are both \"" + quote + "\", they must differ");
      }
      return new CsvOptions(this);
    }

    private static char requireInline(char c, String name) {
      if (c == '\r' || c == '\n') {
        throw new IllegalArgumentException(name + " is a line break, it must be another character");
      }
      return c;
    }
  }
}
