package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CreditMatchingTest {

  private static final String HEADER = "invoice,customer_id,sku,date,qty,price\n";
  private static final CsvOptions MATCH =
      CsvOptions.builder().matchCreditNotes(true).build();

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> rest = Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.of("X", "Y", ""),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(-6, 6),
            Arbitraries.of("1.00", "0.335"))
        .as((customer, item, day, quantity, price) ->
            "%s,%s,2011-12-0%d,%d,%s".formatted(customer, item, day, quantity, price));
    return rest.list()
        .ofMaxSize(40)
        .map(rows ->
            IntStream.range(0, rows.size()).mapToObj(i -> i + "," + rows.get(i)).toList());
  }

  @Property(tries = 200)
  void match_anyRows_sameInAnyOrderAndNothingLost(
      @ForAll("lines") List<String> lines, @ForAll long seed) throws IOException {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));

    PurchaseImport matched = read(lines, MATCH);
    PurchaseImport plain = read(lines, CsvOptions.defaults());

    assertThat(read(shuffled, MATCH).log()).isEqualTo(matched.log());
    for (ReturnsPolicy policy : List.of(ReturnsPolicy.SALES, ReturnsPolicy.NET)) {
      assertThat(matched.log().totals(policy)).isEqualTo(plain.log().totals(policy));
    }
    assertThat(matched.rowsUsed(ReturnsPolicy.MATCHED))
        .isBetween(plain.rowsUsed(ReturnsPolicy.SALES), plain.rowsUsed(ReturnsPolicy.NET));
  }

  /** The second route: unit by unit, the latest sale that has one left. */
  @Property(tries = 200)
  void match_wholeUnitsAtOnePrice_asTakenBackOneByOne(@ForAll("lines") List<String> lines)
      throws IOException {
    List<String> onePrice =
        lines.stream().map(line -> line.replace("0.335", "1.00")).toList();

    assertThat(spend(read(onePrice, MATCH).log())).isEqualTo(100L * unitsKept(onePrice));
  }

  private static long spend(PurchaseLog log) {
    var base = log.asOf(LocalDate.of(2012, 1, 1), ReturnsPolicy.MATCHED);
    return IntStream.range(0, base.size()).mapToLong(base::spendMinor).sum();
  }

  private static int unitsKept(List<String> lines) {
    List<String[]> rows = lines.stream()
        .map(line -> line.split(",", -1))
        .sorted((a, b) -> a[3].compareTo(b[3]))
        .toList();
    int[] left =
        rows.stream().mapToInt(row -> Math.max(0, Integer.parseInt(row[4]))).toArray();
    for (String[] credit : rows) {
      for (int unit = Integer.parseInt(credit[4]); unit < 0; unit++) {
        takeBack(rows, left, credit);
      }
    }
    return IntStream.of(left).sum();
  }

  private static void takeBack(List<String[]> rows, int[] left, String[] credit) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      String[] sale = rows.get(i);
      boolean sameGoods = sale[1].equals(credit[1]) && sale[2].equals(credit[2]);
      if (left[i] > 0 && sameGoods && !credit[2].isEmpty() && sale[3].compareTo(credit[3]) <= 0) {
        left[i]--;
        return;
      }
    }
  }

  private static PurchaseImport read(List<String> lines, CsvOptions options) throws IOException {
    Path file = Files.createTempFile("purchases", ".csv");
    try {
      Files.writeString(file, HEADER + String.join("\n", lines));
      return PurchaseCsv.read(file, options);
    } finally {
      Files.delete(file);
    }
  }
}
