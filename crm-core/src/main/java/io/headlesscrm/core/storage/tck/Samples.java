package io.headlesscrm.core.storage.tck;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Values that storages are known to spoil. */
final class Samples {

  /** Code points in order, where UTF-16 units are in another one: U+FFFD before U+1F69A. */
  static final List<String> TEXTS_IN_ORDER =
      List.of("A", "Z", "a", "a b", "z", "é", "ı", "順豐速運", "顺丰", "\uFFFD", "🚚", "𠮷野家");

  static final List<Instant> INSTANTS_IN_ORDER = List.of(
      Instant.parse("-0044-03-15T00:00:00Z"),
      Instant.parse("1969-12-31T23:59:59.999999999Z"),
      Instant.parse("1970-01-01T00:00:00Z"),
      Instant.parse("2025-10-26T00:30:00Z"),
      Instant.parse("2025-10-26T01:30:00Z"),
      Instant.parse("2026-03-01T12:00:00.123456788Z"),
      Instant.parse("2026-03-01T12:00:00.123456789Z"),
      Instant.parse("+10191-01-01T00:00:00Z"));

  static final List<LocalDate> DATES_IN_ORDER = List.of(
      LocalDate.of(-44, 3, 15),
      LocalDate.of(1582, 10, 10),
      LocalDate.of(1969, 12, 31),
      LocalDate.of(2026, 3, 1),
      LocalDate.of(10191, 1, 1));

  static final List<Long> WHOLES_IN_ORDER =
      List.of(Long.MIN_VALUE, -10L, -9L, 0L, 9L, 10L, Long.MAX_VALUE);

  private static final List<String> AMOUNTS =
      List.of("1.10", "1.1000", "0.00", "-0.005", "1E+3", "12345678901234567890.123456789", "0");

  /** Hours that some zone skips or has twice: New York, Berlin, Kathmandu. */
  private static final List<LocalDateTime> HOURS = List.of(
      LocalDateTime.parse("2026-03-08T02:30"),
      LocalDateTime.parse("2026-10-25T02:30"),
      LocalDateTime.parse("1986-01-01T00:07"));

  private Samples() {}

  /** A record for each value. */
  static List<Specimen> specimens() {
    List<Specimen> specimens = new ArrayList<>();
    TEXTS_IN_ORDER.forEach(text -> specimens.add(Specimen.of("text " + specimens.size())
        .withName(text)
        .withAliases(text, "")
        .withNote(text + "\t\r\n\u0001\"'\\%_" + text)));
    AMOUNTS.forEach(
        amount -> specimens.add(Specimen.of("amount " + specimens.size()).withAmount(amount)));
    INSTANTS_IN_ORDER.forEach(
        instant -> specimens.add(Specimen.of("at " + specimens.size()).withAt(instant)));
    HOURS.forEach(hour -> specimens.add(Specimen.of("local " + specimens.size()).withLocal(hour)));
    DATES_IN_ORDER.forEach(
        date -> specimens.add(Specimen.of("day " + specimens.size()).withDay(date)));
    WHOLES_IN_ORDER.forEach(
        whole -> specimens.add(Specimen.of("rank " + specimens.size()).withRank(whole)));
    specimens.add(Specimen.of("empty").withName("").withAliases("").withNote(""));
    specimens.add(Specimen.of("absent").withName("").withAliases().withNote(null));
    return specimens;
  }

  /** A fact for each value. */
  static List<Happening> happenings() {
    List<Happening> happenings = new ArrayList<>();
    INSTANTS_IN_ORDER.forEach(
        instant -> happenings.add(Happening.of("at " + happenings.size(), instant)));
    TEXTS_IN_ORDER.forEach(
        text -> happenings.add(Happening.of("text " + happenings.size(), Instant.EPOCH)
            .withKind(text)
            .withNote("%_\\'" + text)));
    AMOUNTS.forEach(amount -> happenings.add(
        Happening.of("amount " + happenings.size(), Instant.EPOCH).withAmount(amount)));
    WHOLES_IN_ORDER.forEach(whole ->
        happenings.add(Happening.of("size " + happenings.size(), Instant.EPOCH).withSize(whole)));
    happenings.add(Happening.of("empty", Instant.EPOCH).withKind("").withNote(""));
    happenings.add(Happening.of("absent", Instant.EPOCH).withNote(null));
    return happenings;
  }
}
