package io.headlesscrm.examples.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.examples.analyse.generate.Generator;
import io.headlesscrm.examples.analyse.generate.GeneratorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README shows code that compiles and output that is printed. */
class ReadmeTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Path SOURCES = Path.of("src/main/java/io/headlesscrm/examples/analyse");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "FirstCustomer.java,first-customer,1",
    "FirstType.java,first-type,2",
    "FirstType.java,first-type-used,3",
    "FirstTouch.java,first-touch,4"
  })
  void code_block_isTheRegionOfTheExample(String file, String region, int number)
      throws IOException {
    String source = Files.readString(SOURCES.resolve(file));
    String code = find(source, "// region " + region + "\n(.*?)\n *// endregion", 1)
        .stripIndent()
        .strip();

    assertThat(block("java", number)).isEqualTo(code);
    assertThat(code.lines()).hasSizeLessThanOrEqualTo(25);
  }

  @Test
  void output_blockOfTheFirstCustomer_isWhatTheExamplePrints() throws IOException {
    assertThat(printed(() -> FirstCustomer.main(new String[] {})).strip())
        .isEqualTo(block("text", 1));
  }

  @Test
  void output_blockOfTheFirstType_isWhatTheExamplePrints() throws IOException {
    assertThat(printed(() -> FirstType.main(new String[] {})).strip()).isEqualTo(block("text", 2));
  }

  @Test
  void output_blockOfTheFirstTouch_isWhatTheExamplePrints() throws IOException {
    Path orders = folder.resolve("orders.csv");
    Generator.of(GeneratorOptions.of(500, 6_000, 7)).write(orders);

    assertThat(printed(() -> FirstTouch.main(new String[] {orders.toString()})).strip())
        .isEqualTo(block("text", 3));
  }

  @Test
  void commands_areWhatContinuousIntegrationRuns() throws IOException {
    String command = "mvn -B -ntp verify";

    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("    " + command + "\n");
    assertThat(Files.readString(ROOT.resolve(".ci/run")))
        .contains("test_command=(" + command + ")");
  }

  private static String block(String language, int number) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    return find(readme, "```" + language + "\n(.*?)\n```", number).strip();
  }

  private static String find(String text, String pattern, int number) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    for (int found = 0; found < number; found++) {
      assertThat(matcher.find()).as(pattern).isTrue();
    }
    return matcher.group(1);
  }

  private static String printed(Printing action) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private interface Printing {
    void run() throws IOException;
  }
}
