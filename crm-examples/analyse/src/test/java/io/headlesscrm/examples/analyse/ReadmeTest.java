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

/** The README shows code that compiles and output that is printed. */
class ReadmeTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Path FIRST_TOUCH =
      Path.of("src/main/java/io/headlesscrm/examples/analyse/FirstTouch.java");

  @TempDir
  private Path folder;

  @Test
  void code_block_isTheRegionOfTheExample() throws IOException {
    String source = Files.readString(FIRST_TOUCH);
    String region = find(source, "// region first-touch\n(.*?)\\n *// endregion")
        .stripIndent()
        .strip();

    assertThat(block("java")).isEqualTo(region);
  }

  @Test
  void output_block_isWhatTheExamplePrints() throws IOException {
    Path orders = folder.resolve("orders.csv");
    Generator.of(GeneratorOptions.of(500, 6_000, 7)).write(orders);

    assertThat(printed(() -> FirstTouch.main(new String[] {orders.toString()})).strip())
        .isEqualTo(block("text"));
  }

  @Test
  void commands_areWhatContinuousIntegrationRuns() throws IOException {
    String command = "mvn -B -ntp verify";

    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("    " + command + "\n");
    assertThat(Files.readString(ROOT.resolve(".ci/run")))
        .contains("test_command=(" + command + ")");
  }

  private static String block(String language) throws IOException {
    return find(Files.readString(ROOT.resolve("README.md")), "```" + language + "\n(.*?)\n```")
        .strip();
  }

  private static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
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
