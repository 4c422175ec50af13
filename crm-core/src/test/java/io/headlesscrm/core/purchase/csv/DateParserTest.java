package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static LocalDateTime parse(String text, ZoneId zone, boolean dayFirst) {
    DateParser parser = new DateParser(zone, dayFirst, new Evidence());
    char[] padded = ("xx" + text + "yy").toCharArray();
    assertThat(parser.parse(padded, 2, text.length())).as(text).isTrue();
    return LocalDate.ofEpochDay(parser.epochDay())
        .atTime(LocalTime.ofSecondOfDay(parser.secondOfDay()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2011-12-09",
        "2011/12/9",
        "2011.12.09",
        "20111209",
        "2011年12月9日",
        "2011年12月09日",
        "9.12.2011",
        "09.12.2011",
        "2011-12-9"
      })
  void parse_dayForms_sameDay(String text) {
    assertThat(parse(text, ZoneOffset.UTC, false)).isEqualTo("2011-12-09T00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2011-12-09 08:26, 08:26:00",
    "2011-12-09 8:26, 08:26:00",
    "2011-12-09T08:26:01, 08:26:01",
    "2011-12-09t08:26:01.123456789, 08:26:01",
    "'2011-12-09 08:26:01,5', 08:26:01",
    "9.12.2011 08:26, 08:26:00",
    "20111209 08:26, 08:26:00",
    "2011年12月9日 08:26, 08:26:00",
    "2011-12-09 8:26 AM, 08:26:00",
    "2011-12-09 8:26:01 pm, 20:26:01",
    "2011-12-09 12:00 AM, 00:00:00",
    "2011-12-09 12:00PM, 12:00:00"
  })
  void parse_timeForms_localTime(String text, String time) {
    assertThat(parse(text, BERLIN, false).toLocalTime()).isEqualTo(time);
    assertThat(parse(text, BERLIN, false).toLocalDate()).isEqualTo("2011-12-09");
  }

  @ParameterizedTest
  @CsvSource({
    "2011-12-09T23:30:00Z, 2011-12-10T00:30",
    "2011-12-09T23:30+00:00, 2011-12-10T00:30",
    "2011-12-09 23:30:00 +0800, 2011-12-09T16:30",
    "2011-12-09T23:30:00.5-05, 2011-12-10T05:30",
    "2011-07-09T23:30:00Z, 2011-07-10T01:30"
  })
  void parse_offset_convertedIntoTheZone(String text, String local) {
    assertThat(parse(text, BERLIN, false)).isEqualTo(local);
  }

  @Test
  void parse_slashes_byTheOrder() {
    assertThat(parse("3/4/2011", ZoneOffset.UTC, true)).isEqualTo("2011-04-03T00:00");
    assertThat(parse("3/4/2011 8:26", ZoneOffset.UTC, false)).isEqualTo("2011-03-04T08:26");
    assertThat(parse("3-4-2011", ZoneOffset.UTC, true)).isEqualTo("2011-04-03T00:00");
  }

  @Property
  void parse_anyInstantAndOffset_asTheJdkConverts(
      @ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long second,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
    OffsetDateTime written =
        Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(60 * offsetMinutes));
    String text =
        written.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT));

    assertThat(parse(text, BERLIN, false))
        .isEqualTo(written.atZoneSameInstant(BERLIN).toLocalDateTime());
    assertThat(parse(text, ZoneOffset.UTC, false))
        .isEqualTo(written.atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
  }

  @Property
  void parse_anyYearMonthDay_onlyRealDays(
      @ForAll @IntRange(min = 0, max = 9999) int year,
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 33) int day) {
    DateParser parser = new DateParser(ZoneOffset.UTC, false, new Evidence());
    String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    LocalDate expected = null;
    try {
      expected = LocalDate.of(year, month, day);
    } catch (java.time.DateTimeException e) {
      // no such day
    }

    assertThat(parser.parse(text.toCharArray(), 0, 10)).isEqualTo(expected != null && year > 0);
    if (expected != null && year > 0) {
      assertThat(parser.epochDay()).isEqualTo((int) expected.toEpochDay());
    }
  }

  @Test
  void read_dayAboveTwelveAnywhere_decidesForAll() {
    String text = "customer_id,date,amount\n1,3/4/2011,1\n"
        + "1,5/6/2011,1\n".repeat(20_000)
        + "1,13/4/2011,1\n1,4/13/2011,1\n1,14/4/2011,1\n";

    assertThat(days(text)).startsWith(LocalDate.of(2011, 4, 3));
    assertThat(days(text.replace("14/4/", "4/14/"))).startsWith(LocalDate.of(2011, 3, 4));
  }

  /** The first rows decide for one order, all rows for the other: the file is read again, the minority rejected. */
  private static java.util.List<LocalDate> days(String text) {
    java.nio.file.Path file = CsvSamples.file(java.nio.file.Path.of("target"), text);
    java.util.List<LocalDate> days = new java.util.ArrayList<>();
    PurchaseImport read = PurchaseCsv.read(file);
    read.forEachRow(row -> days.add(row.day()));
    assertThat(read.rejected()).hasSize(1);
    assertThat(read.notices())
        .singleElement()
        .satisfies(notice ->
            assertThat(notice.values()).containsEntry("rows", 2L).containsEntry("column", "date"));
    return days;
  }

  @Test
  void read_streamDecidedLate_refusedUnlessTold() {
    String text = "customer_id,date,amount\n1,4/13/2011,1\n"
        + "1,5/6/2011,1\n".repeat(20_000)
        + "1,13/4/2011,1\n".repeat(3);

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> CsvSamples.read(text))
        .isInstanceOf(UnreadableCsvException.class)
        .hasMessageContaining("read only once");
    CsvOptions told = CsvOptions.builder().dateOrder(DateOrder.DAY_FIRST).build();
    assertThat(CsvSamples.read(text, told).rejected()).hasSize(1);
  }
}
