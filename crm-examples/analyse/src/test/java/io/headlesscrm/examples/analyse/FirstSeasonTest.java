package io.headlesscrm.examples.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.examples.analyse.generate.Generator;
import io.headlesscrm.examples.analyse.generate.GeneratorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSeasonTest {

  @TempDir
  private Path folder;

  /** The made-up company is busiest in November and December and quiet in February. */
  @Test
  void main_madeUpCompany_seesItsHighSeason() throws IOException {
    Path orders = folder.resolve("orders.csv");
    Generator.of(GeneratorOptions.of(500, 12_000, 7)).write(orders);
    List<String> lines = printed(orders).lines().toList();

    assertThat(lines).hasSize(3);
    double[] factors = Arrays.stream(
            lines.get(0).replace("month [", "").replace("]", "").split(", ", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
    assertThat(factors).hasSize(12);
    assertThat(factors[10]).isGreaterThan(1.05);
    assertThat(factors[11]).isGreaterThan(1.05);
    assertThat(factors[1]).isLessThan(0.95);
    String[] forecast = lines.get(1).split(" ", -1);
    assertThat(Double.parseDouble(forecast[0])).isGreaterThan(Double.parseDouble(forecast[3]));
    assertThat(lines.get(2)).contains("by the season the next 61 days are worth");
  }

  private static String printed(Path orders) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      FirstSeason.main(new String[] {orders.toString()});
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
