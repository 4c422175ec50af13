package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The day is told as the rooms of the library promise it, not as it happened to be printed once. */
class CounterTest {

  @Test
  void counter_english_everyHourHasItsOutcome() {
    Run run = Run.of("counter");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsSubsequence("      filed as C1", "      on file already as C1 (the same uscc)")
        .anyMatch(line -> line.contains("C1 NEW (no earlier purchase counts), ACTUAL"))
        .anyMatch(line -> line.contains("C1 RETURNING (bought last 0 days ago"))
        .anyMatch(line -> line.contains("walk-in UNKNOWN"))
        .anyMatch(line -> line.contains("C2 RETURNING") && line.contains("WON_BACK"))
        .anyMatch(line -> line.contains("S-2 was NEW, is RETURNING"))
        .anyMatch(line -> line.contains("S-2 was RETURNING, is NEW"))
        .anyMatch(line -> line.contains("C1 = C3, CERTAIN"))
        .anyMatch(line -> line.contains("S-6 was NEW, is RETURNING"))
        .anyMatch(line -> line.contains("left with lin: 0"))
        .anyMatch(line -> line.contains("C1: where is S-3?"));
  }

  @Test
  void counter_chinese_reasonsInChinese() {
    assertThat(Run.of("counter", "--lang", "zh").out())
        .contains("此前没有计入的交易", "由 lin 负责")
        .doesNotContain("no earlier purchase");
  }

  @Test
  void counter_unknownLanguage_saysSo() {
    Run run = Run.of("counter", "--lang", "fr");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--lang is \"fr\", it must be en or zh.");
  }
}
