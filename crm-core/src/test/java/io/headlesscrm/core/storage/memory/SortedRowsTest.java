package io.headlesscrm.core.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class SortedRowsTest {

  @Property(tries = 60)
  void anyAddsAndRemoves_sameAsATreeSet(@ForAll long seed) {
    Random random = new Random(seed);
    int steps = random.nextInt(4_000);
    SortedRows<String> rows = new SortedRows<>();
    NavigableSet<Position> expected = new TreeSet<>();
    boolean inOrder = random.nextBoolean();
    for (int step = 0; step < steps; step++) {
      Position position = position(inOrder ? step : random.nextInt(2_000));
      if (expected.add(position)) {
        rows.add(Row.of(position, ""));
      } else if (random.nextBoolean()) {
        expected.remove(position);
        rows.remove(position);
      }
    }
    assertThat(rows.size()).isEqualTo(expected.size());
    expectSame(rows, expected, null, null);
    for (int i = 0; i < 20; i++) {
      expectSame(rows, expected, bound(random), bound(random));
    }
  }

  private static void expectSame(
      SortedRows<String> rows,
      NavigableSet<Position> expected,
      @Nullable Position low,
      @Nullable Position high) {
    Bounds bounds = new Bounds(low, high);
    List<String> within =
        expected.stream().filter(bounds::contains).map(SortedRowsTest::text).toList();
    assertThat(texts(rows, bounds, false)).isEqualTo(within);
    assertThat(texts(rows, bounds, true)).isEqualTo(Lists.reverse(within));
  }

  private static List<String> texts(SortedRows<String> rows, Bounds bounds, boolean descending) {
    return Lists.newArrayList(rows.iterator(bounds, descending)).stream()
        .map(SortedRowsTest::text)
        .toList();
  }

  private static String text(Position position) {
    return position.time() + " " + position.id();
  }

  private static @Nullable Position bound(Random random) {
    int at = random.nextInt(2_500) - 250;
    return at < 0 ? null : position(at);
  }

  private static Position position(int number) {
    return new Position(Instant.ofEpochSecond(number / 10), "id " + number % 10);
  }
}
