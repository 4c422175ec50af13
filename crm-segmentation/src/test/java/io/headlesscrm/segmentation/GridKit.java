package io.headlesscrm.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.GridMove;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a strategy whose model is a grid must stand beside the rest. */
public abstract class GridKit extends StrategyKit {

  private static final int CUSTOMERS = 10_000;

  /** Whether a higher value on any axis never lowers the rank. */
  protected boolean isMonotone() {
    return true;
  }

  @Test
  protected void moves_tenThousandCustomers_theDistanceChangesTheSegmentAndAHairLessDoesNot() {
    Random random = new Random(5);
    int explained = 0;
    int moved = 0;
    while (explained < CUSTOMERS) {
      CustomerBase base = prepared(Bases.of(random(random, 100)));
      GridModel model = (GridModel) strategy().fit(base);
      for (int row = 0; row < base.size(); row++) {
        double[] values = model.values(base, row);
        for (GridMove move : model.moves(values)) {
          assertMoves(model, values, move);
          moved++;
        }
        explained++;
      }
    }
    assertThat(moved).isGreaterThan(CUSTOMERS / 2);
  }

  private static void assertMoves(GridModel model, double[] values, GridMove move) {
    double hair = hair(move);

    assertThat(model.segment(at(values, move, move.needed()))).isEqualTo(move.segment());
    assertThat(model.segment(values)).isNotEqualTo(move.segment());
    assertThat(model.segment(at(values, move, hair))).isEqualTo(model.segment(values));
    assertThat(move.distance()).isEqualTo(Math.abs(move.needed() - values[move.axis()]));
  }

  /** A cent less, a purchase or a day less, or the last bit. */
  private static double hair(GridMove move) {
    double back = move.isUp() ? -1 : 1;
    if (move.indicator().isSpend()) {
      return Math.rint(move.needed() * 100 + back) / 100;
    }
    if (move.indicator().isCounted()) {
      return move.needed() + back;
    }
    return move.isUp() ? Math.nextDown(move.needed()) : Math.nextUp(move.needed());
  }

  private static double[] at(double[] values, GridMove move, double value) {
    double[] changed = values.clone();
    changed[move.axis()] = value;
    return changed;
  }

  @Test
  protected void segment_betterValueOnOneAxis_neverALowerRank() {
    Random random = new Random(6);
    for (int i = 0; i < 50 && isMonotone(); i++) {
      CustomerBase base = prepared(Bases.of(random(random, 60)));
      GridModel model = (GridModel) strategy().fit(base);
      double[][] all = new double[base.size()][];
      Arrays.setAll(all, row -> model.values(base, row));
      for (double[] values : all) {
        for (double[] other : all) {
          int axis = random.nextInt(values.length);
          double[] better = values.clone();
          // to forget a value is no better one
          better[axis] =
              Double.isNaN(other[axis]) ? values[axis] : Math.max(values[axis], other[axis]);

          assertThat(model.segment(values).isBetterThan(model.segment(better))).isFalse();
        }
      }
    }
  }
}
