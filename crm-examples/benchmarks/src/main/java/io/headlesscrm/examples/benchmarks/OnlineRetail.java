package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.segmentation.basket.Baskets;
import io.headlesscrm.segmentation.basket.ItemSet;
import io.headlesscrm.segmentation.basket.RuleMiner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** All 541,909 lines of UCI Online Retail: a basket is an invoice, an item is a stock code. */
final class OnlineRetail {

  private static final BigDecimal ONE_PER_CENT = new BigDecimal("0.01");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Path file;
  private final Baskets baskets;

  private OnlineRetail(Path file) throws IOException {
    this.file = file;
    this.baskets = read(file);
  }

  static Optional<OnlineRetail> find() throws IOException {
    Optional<Path> file = SharedData.find("online-retail", "online_retail.csv.gz");
    return file.isPresent() ? Optional.of(new OnlineRetail(file.get())) : Optional.empty();
  }

  Path file() {
    return file;
  }

  Baskets baskets() {
    return baskets;
  }

  Baskets read() throws IOException {
    return read(file);
  }

  /** Invoice and stock code are the first two cells, and never quoted. */
  private static Baskets read(Path file) throws IOException {
    Baskets.Builder baskets = Baskets.builder();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(line -> {
        int invoiceEnd = line.indexOf(',');
        int itemEnd = line.indexOf(',', invoiceEnd + 1);
        baskets.add(line.substring(0, invoiceEnd), line.substring(invoiceEnd + 1, itemEnd));
      });
    }
    return baskets.build();
  }

  /** Every two items that at least 1 % of the baskets hold together, by their names. */
  List<ItemSet> pairs() {
    return RuleMiner.builder(ONE_PER_CENT, BigDecimal.ZERO)
        .maxLength(2)
        .build()
        .frequentSets(baskets)
        .stream()
        .filter(set -> set.items().size() == 2)
        .sorted(Comparator.comparing((ItemSet set) -> set.items().get(0))
            .thenComparing(set -> set.items().get(1)))
        .toList();
  }

  /** Rules of any length at 1 % support and 50 % confidence, with Fisher's p. */
  static RuleMiner rules() {
    return RuleMiner.builder(ONE_PER_CENT, HALF).build();
  }
}
