package io.headlesscrm.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

  @Test
  void call_smallFile_bothSidesAgreeAndEveryStepIsMeasured(@TempDir Path folder) {
    StringWriter out = new StringWriter();
    int exitCode = new CommandLine(new Main())
        .setOut(new PrintWriter(out))
        .execute(
            "--customers=10000",
            "--purchases=100000",
            "--warmups=0",
            "--rounds=1",
            "--least-millis=1",
            "--threads=1",
            "--folder=" + folder);

    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("both: amount of purchases = ")
        .contains("both: customers with the same three scores and ABC class = 10000")
        .doesNotContain("DIFFERENT");
    assertThat(out.toString().lines().filter(line -> line.contains(" ms (")))
        .as("steps measured in milliseconds")
        .hasSizeGreaterThanOrEqualTo(10);
  }
}
