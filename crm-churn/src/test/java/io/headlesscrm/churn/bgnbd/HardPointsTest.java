package io.headlesscrm.churn.bgnbd;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 90 points of 60 digits by mpmath, chosen where textbook forms overflow or cancel (oracle/hard_points.csv). */
class HardPointsTest {

  private record Point(
      BetaGeometricKernel kernel, double x, double tx, double age, List<String> cells) {

    static Point parse(String line) {
      String[] cells = line.split(",", -1);
      BetaGeometricKernel kernel = new BetaGeometricKernel(
          Double.parseDouble(cells[1]),
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]),
          cells[0].equals("mbgnbd") ? 1 : 0);
      return new Point(
          kernel,
          Double.parseDouble(cells[5]),
          Double.parseDouble(cells[6]),
          Double.parseDouble(cells[7]),
          List.of(cells));
    }

    void check(String what, double found, int column, double tolerance) {
      double expected = Double.parseDouble(cells.get(column));
      assertThat(Errors.relative(found, expected))
          .as("%s %s at %s", what, kernel, String.join(",", cells))
          .isLessThan(tolerance);
    }
  }

  private static List<Point> points() {
    List<Point> points = SharedData.lines("oracle/hard_points.csv").stream()
        .filter(line -> line.startsWith("bgnbd,") || line.startsWith("mbgnbd,"))
        .map(Point::parse)
        .toList();
    assertThat(points).hasSize(90);
    return points;
  }

  @Test
  void logLikelihood_hardPoints_agrees() {
    points()
        .forEach(p -> p.check("logLikelihood", p.kernel.logLikelihood(p.x, p.tx, p.age), 8, 1e-9));
  }

  @Test
  void logAliveProbability_hardPoints_agrees() {
    points()
        .forEach(
            p -> p.check("ln P(alive)", p.kernel.logAliveProbability(p.x, p.tx, p.age), 9, 1e-9));
  }

  @Test
  void expectedPurchases_hardPoints_agrees() {
    points()
        .forEach(
            p -> p.check("CET(39)", p.kernel.expectedPurchases(p.x, p.tx, p.age, 39), 10, 1e-9));
  }

  @Test
  void activeProbability_hardPoints_agrees() {
    points()
        .forEach(
            p -> p.check("P(active)", p.kernel.activeProbability(p.x, p.tx, p.age, 39), 12, 1e-6));
  }
}
