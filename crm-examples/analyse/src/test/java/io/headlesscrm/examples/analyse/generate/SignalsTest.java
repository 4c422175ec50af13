package io.headlesscrm.examples.analyse.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.signal.DatedValues;
import io.headlesscrm.churn.signal.ServiceUse;
import io.headlesscrm.churn.signal.Signal;
import io.headlesscrm.churn.signal.SignalTrial;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the company's complaints say about leaving: it is made to complain before it leaves, and to leave its mix alone. */
class SignalsTest {

  private static final LocalDate CUTOFF = LocalDate.of(2025, 9, 30);
  private static final Horizon HORIZON = Horizon.ofDays(90);

  @TempDir
  private static Path folder;

  private static PurchaseLog log;
  private static List<String[]> complaints;
  private static List<String[]> purchases;

  @BeforeAll
  static void generate() throws IOException {
    Path file = folder.resolve("purchases.csv");
    Path complaintFile = folder.resolve("complaints.csv");
    Generator.of(GeneratorOptions.of(3_000, 120_000, 5).withDirtyShare(0))
        .write(file, complaintFile);
    log = PurchaseCsv.read(file).log();
    purchases = cells(file);
    complaints = cells(complaintFile);
  }

  @Test
  void complaints_ofTheCustomersThemselves_weighAndGain() {
    List<CustomerId> customers =
        complaints.stream().map(row -> CustomerId.of(row[1])).toList();

    SignalTrial trial = trial(complaints(customers));

    assertThat(trial.weight().z()).isGreaterThan(4);
    assertThat(trial.weight().coefficient()).isBetween(1.0, 4.0);
    assertThat(trial.aucGain().difference()).isPositive();
    assertThat(trial.aucGain().isSignificant(0.01)).isTrue();
    assertThat(trial.logLossGain().difference()).isPositive();
    assertThat(trial.logLossGain().isSignificant(0.01)).isTrue();
  }

  @Test
  void complaints_givenToOtherCustomers_weighNothing() {
    List<CustomerId> customers =
        new ArrayList<>(complaints.stream().map(row -> CustomerId.of(row[1])).toList());
    Collections.shuffle(customers, new Random(7));

    expectNothing(trial(complaints(customers)));
  }

  @Test
  void fewerServices_mixThatMeansNothing_weighsNothing() {
    ServiceUse.Builder use = ServiceUse.builder();
    for (String[] row : purchases) {
      if (row[2].startsWith("INV")) {
        use.add(CustomerId.of(row[0]), LocalDate.parse(row[1]), row[3]);
      }
    }

    expectNothing(trial(Signal.fewerServices(use.build(), 90)));
  }

  private static Signal complaints(List<CustomerId> customers) {
    DatedValues.Builder values = DatedValues.builder();
    for (int i = 0; i < complaints.size(); i++) {
      values.add(customers.get(i), LocalDate.parse(complaints.get(i)[2]), 1);
    }
    return Signal.complaints(values.build(), 60);
  }

  private static SignalTrial trial(Signal signal) {
    return SignalTrial.run(log, CUTOFF, HORIZON, List.of(signal)).get(0);
  }

  private static void expectNothing(SignalTrial trial) {
    assertThat(Math.abs(trial.weight().z())).isLessThan(3);
    assertThat(Math.abs(trial.aucGain().difference())).isLessThan(0.0005);
    assertThat(trial.aucGain().isSignificant(0.01)).isFalse();
    assertThat(trial.logLossGain().isSignificant(0.01)).isFalse();
  }

  private static List<String[]> cells(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
