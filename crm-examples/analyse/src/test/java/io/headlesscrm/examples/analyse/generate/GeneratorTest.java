package io.headlesscrm.examples.analyse.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  private static final GeneratorOptions OPTIONS = GeneratorOptions.of(2_000, 24_000, 7);
  private static final int CUSTOMER = 0;
  private static final int DATE = 1;
  private static final int INVOICE = 2;
  private static final int AMOUNT = 6;
  private static final int REVERSAL_OF = 8;

  private static final String PINNED = """
      customer_id,date,amount
      C0000002,2023-01-14,295.46
      C0000001,2024-05-21,50.82
      C0000001,2024-06-20,51.55
      C0000002,2024-09-03,104.93
      C0000003,2025-01-02,615.77
      """;

  @Test
  void write_sameSeed_sameBytes() throws IOException {
    assertThat(text(OPTIONS)).isEqualTo(text(OPTIONS));
  }

  @Test
  void write_seedOfOldDays_stillGivesTheSameBytes() throws IOException {
    // Whoever changes the draws changes every example and benchmark: let it be on purpose.
    GeneratorOptions small = GeneratorOptions.of(3, 5, 42).withColumns(Columns.LEAN);

    assertThat(text(small)).isEqualTo(PINNED);
  }

  @Test
  void write_otherSeed_otherBytes() throws IOException {
    assertThat(text(GeneratorOptions.of(2_000, 24_000, 8))).isNotEqualTo(text(OPTIONS));
  }

  @Test
  void write_anySize_hasExactlyThePurchasesAndCustomersAskedFor() throws IOException {
    int[][] sizes = {{1, 1}, {1, 1_000}, {1_000, 1_000}, {1_000, 1_001}, {10, 50_000}};
    for (int[] size : sizes) {
      GeneratorOptions options = GeneratorOptions.of(size[0], size[1], 3).withDirtyShare(0);

      List<String[]> purchases =
          rows(text(options)).stream().filter(GeneratorTest::isPurchase).toList();

      assertThat(purchases).hasSize(size[1]);
      assertThat(purchases.stream().map(row -> row[CUSTOMER]).distinct()).hasSize(size[0]);
    }
  }

  @Test
  void write_oneDayOfBusiness_putsEverythingOnIt() throws IOException {
    LocalDate day = LocalDate.of(2024, 2, 29);

    List<String[]> rows = rows(text(OPTIONS.withPeriod(day, day).withDirtyShare(0)));

    assertThat(rows)
        .hasSize(24_000)
        .allSatisfy(row -> assertThat(row[DATE]).isEqualTo("2024-02-29"));
  }

  @Test
  void write_counts_areThoseOfTheFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Generated generated = Generator.of(OPTIONS).write(out);

    assertThat(generated.purchases()).isEqualTo(24_000);
    assertThat(generated.dirtyRows()).isBetween(20L, 80L);
    assertThat(generated.creditNotes()).isBetween(350L, 750L);
    assertThat(rows(out.toString(US_ASCII))).hasSize((int) generated.purchaseFileRows());
  }

  @Test
  void write_full_isInOrderOfDaysWithRunningInvoices() throws IOException {
    List<String[]> rows = rows(text(OPTIONS.withDirtyShare(0)));

    assertThat(rows.stream().map(row -> row[DATE])).isSorted();
    assertThat(rows.stream().filter(GeneratorTest::isPurchase).map(row -> row[INVOICE]))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void write_creditNotes_giveBackAtMostTheInvoiceTheyName() throws IOException {
    List<String[]> rows = rows(text(OPTIONS.withDirtyShare(0)));
    Map<String, String[]> invoices = rows.stream()
        .filter(GeneratorTest::isPurchase)
        .collect(toMap(row -> row[INVOICE], row -> row));
    List<String[]> notes = rows.stream().filter(row -> !isPurchase(row)).toList();

    assertThat(notes).isNotEmpty();
    for (String[] note : notes) {
      String[] invoice = invoices.get(note[REVERSAL_OF]);
      assertThat(note[CUSTOMER]).isEqualTo(invoice[CUSTOMER]);
      assertThat(note[DATE]).isGreaterThan(invoice[DATE]);
      assertThat(-Double.parseDouble(note[AMOUNT]))
          .isPositive()
          .isLessThanOrEqualTo(Double.parseDouble(invoice[AMOUNT]));
    }
  }

  @Test
  void write_noDirt_changesNothingButTheDirtyRows() throws IOException {
    List<String> dirty =
        new ArrayList<>(text(OPTIONS.withDirtyShare(0.1)).lines().toList());
    List<String> clean = text(OPTIONS.withDirtyShare(0)).lines().toList();

    clean.forEach(dirty::remove);

    assertThat(dirty).hasSizeBetween(2_200, 2_600);
    assertThat(clean).hasSameSizeAs(new HashSet<>(clean));
    assertThat(rows(String.join("\n", clean))).allSatisfy(row -> {
      assertThat(row[CUSTOMER]).matches("C\\d{7}");
      assertThat(LocalDate.parse(row[DATE])).isBetween(OPTIONS.start(), OPTIONS.end());
      assertThat(row[AMOUNT]).matches("-?\\d+\\.\\d\\d");
    });
  }

  @Test
  void write_dirt_comesInEveryKind() throws IOException {
    String text = text(OPTIONS.withDirtyShare(0.1));

    assertThat(text).contains("\n,20").contains(",0000-00-00,").contains(",#REF!,");
    assertThat(rows(text)).hasSizeGreaterThan(new HashSet<>(text.lines().toList()).size());
  }

  @Test
  void write_lean_isAbout26BytesARow() throws IOException {
    String text = text(OPTIONS.withColumns(Columns.LEAN));

    assertThat(text.lines().findFirst()).contains("customer_id,date,amount");
    assertThat(text.lines()).hasSize(24_001);
    assertThat(text.length() / 24_000.0).isCloseTo(26, within(1.0));
  }

  @Test
  void write_threeYears_showTheSeasons() throws IOException {
    Map<LocalDate, Long> perDay =
        rows(text(GeneratorOptions.of(5_000, 200_000, 1).withDirtyShare(0))).stream()
            .collect(groupingBy(row -> LocalDate.parse(row[DATE]), counting()));

    double usual = mean(perDay, "2024-03-04", "2024-04-28");
    assertThat(mean(perDay, "2024-02-10", "2024-02-16")).isLessThan(0.4 * usual);
    assertThat(mean(perDay, "2024-11-11", "2024-11-14")).isGreaterThan(1.6 * usual);
    assertThat(mean(perDay, "2024-12-02", "2024-12-29")).isGreaterThan(1.15 * usual);
  }

  @Test
  void write_spends_areHeavyTailed() throws IOException {
    Map<String, Double> spends = rows(text(OPTIONS.withDirtyShare(0))).stream()
        .filter(GeneratorTest::isPurchase)
        .collect(toMap(r -> r[CUSTOMER], r -> Double.parseDouble(r[AMOUNT]), Double::sum));
    double[] ascending =
        spends.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();

    double best = Arrays.stream(ascending).skip(ascending.length * 8L / 10).sum();

    assertThat(best / Arrays.stream(ascending).sum()).isBetween(0.65, 0.9);
  }

  @Test
  void write_gzName_isCompressedAndTheSameInside(@TempDir Path folder) throws IOException {
    Path plain = folder.resolve("purchases.csv");
    Path zipped = folder.resolve("purchases.csv.gz");

    Generator.of(OPTIONS).write(plain);
    Generator.of(OPTIONS).write(zipped);

    try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
    }
  }

  @Test
  void write_complaints_nameInvoicesAndChangeNoPurchase() throws IOException {
    ByteArrayOutputStream purchases = new ByteArrayOutputStream();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    Generated generated = Generator.of(OPTIONS).write(purchases, complaints);

    assertThat(purchases.toString(US_ASCII)).isEqualTo(text(OPTIONS));
    Set<String> known = new HashSet<>();
    rows(text(OPTIONS)).forEach(row -> known.add(row[CUSTOMER] + row[INVOICE]));
    List<String[]> rows = rows(complaints.toString(US_ASCII));
    assertThat(rows).hasSize((int) generated.complaints()).hasSizeGreaterThan(150);
    assertThat(rows).allSatisfy(row -> assertThat(known).contains(row[1] + row[3]));
  }

  @Test
  void write_measures_aRowForEachBuyerAndNoPurchaseChanged(@TempDir Path folder)
      throws IOException {
    Path purchases = folder.resolve("purchases.csv");
    Path measures = folder.resolve("measures.csv");

    Generated generated = Generator.of(OPTIONS).write(purchases, null, measures);

    assertThat(generated.complaints()).isZero();
    assertThat(Files.readString(purchases)).isEqualTo(text(OPTIONS));
    Set<String> buyers = new HashSet<>();
    rows(text(OPTIONS)).forEach(row -> buyers.add(row[CUSTOMER]));
    List<String[]> rows = rows(Files.readString(measures));
    assertThat(rows).hasSizeLessThanOrEqualTo(2_000).allSatisfy(row -> {
      assertThat(buyers).contains(row[0]);
      assertThat(row).hasSize(11);
      assertThat(Double.parseDouble(row[7])).isBetween(0.0, 0.99);
      assertThat(row[4]).matches("[1-5]?");
    });
    assertThat(rows.stream().filter(row -> row[6].isEmpty()).count() / (double) rows.size())
        .isBetween(0.25, 0.35);
  }

  @Test
  void write_progress_endsAtTheTotal() throws IOException {
    List<Long> heard = new ArrayList<>();

    Generator.of(GeneratorOptions.of(100, 70_000, 1))
        .withProgress(heard::add)
        .write(new ByteArrayOutputStream());

    assertThat(heard).containsExactly(65_536L, 70_000L);
  }

  private static double mean(Map<LocalDate, Long> perDay, String from, String to) {
    return LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to).plusDays(1))
        .mapToLong(day -> perDay.getOrDefault(day, 0L))
        .average()
        .orElseThrow();
  }

  private static boolean isPurchase(String[] row) {
    return row[REVERSAL_OF].isEmpty();
  }

  private static List<String[]> rows(String text) {
    return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static String text(GeneratorOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Generator.of(options).write(out);
    return out.toString(US_ASCII);
  }
}
