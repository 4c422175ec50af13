package io.headlesscrm.core.purchase.csv;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file was understood.
 *
 * @param charset the file's encoding; UTF-16 when the caller gave characters instead of bytes
 * @param gzip whether the bytes were compressed
 * @param delimiter between cells
 * @param quote around cells
 * @param header the names of all columns as the file spells them
 * @param columns the columns that mean something, by name as the file spells it
 * @param dateOrder how dates with slashes are read; null when the file has none
 * @param decimalMark a dot or a comma
 */
public record CsvFormat(
    Charset charset,
    boolean gzip,
    char delimiter,
    char quote,
    List<String> header,
    Map<CsvColumn, String> columns,
    @Nullable DateOrder dateOrder,
    char decimalMark) {

  public CsvFormat {
    header = List.copyOf(header);
    EnumMap<CsvColumn, String> copy = new EnumMap<>(CsvColumn.class);
    copy.putAll(columns);
    columns = Collections.unmodifiableMap(copy);
  }
}
