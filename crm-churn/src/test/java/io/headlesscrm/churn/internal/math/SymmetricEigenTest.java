package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SymmetricEigenTest {

  @Property
  void of_anySymmetricMatrix_composesToIt(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] matrix = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = random.nextGaussian() * Math.exp(4 * random.nextGaussian());
        matrix[j][i] = matrix[i][j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(matrix);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += eigen.component(i, k) * eigen.value(k) * eigen.component(j, k);
        }
        assertThat(sum).isCloseTo(matrix[i][j], within(1e-13 * eigen.largestMagnitude()));
      }
    }
  }

  @Property
  void smallest_anyMatrix_isNotAboveTheOthers(@ForAll long seed) {
    Random random = new Random(seed);
    double off = random.nextGaussian();
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{1, off}, {off, -1}});
    assertThat(eigen.value(eigen.smallest())).isCloseTo(-Math.hypot(1, off), within(1e-12));
  }
}
