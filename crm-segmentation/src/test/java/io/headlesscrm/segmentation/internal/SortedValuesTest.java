package io.headlesscrm.segmentation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SortedValuesTest {

  @Property
  void of_anyLongs_asArraysSort(@ForAll long[] values) {
    assertThat(ascending(values)).isEqualTo(sorted(values));
  }

  @Property
  void of_narrowRange_asArraysSort(@ForAll @LongRange(min = -9, max = 9) long[] values) {
    assertThat(ascending(values)).isEqualTo(sorted(values));
  }

  @Property
  void counts_anyValue_asCountedOneByOne(
      @ForAll @LongRange(min = -9, max = 9) long[] values,
      @ForAll @LongRange(min = -10, max = 10) long value) {
    SortedValues sorted = SortedValues.of(values);

    assertThat(sorted.countBelow(value)).isEqualTo(count(values, value - 1));
    assertThat(sorted.countAtMost(value)).isEqualTo(count(values, value));
  }

  @Test
  void of_manyAmounts_asArraysSortAndInputUntouched() {
    long[] values = new Random(7).longs(100_000, 0, 3_000_000_000L).toArray();
    long[] before = values.clone();

    assertThat(ascending(values)).isEqualTo(sorted(values));
    assertThat(values).isEqualTo(before);
  }

  @Test
  void countAtMost_largestLong_all() {
    assertThat(SortedValues.of(new long[] {Long.MAX_VALUE, 3}).countAtMost(Long.MAX_VALUE))
        .isEqualTo(2);
  }

  private static long[] ascending(long[] values) {
    SortedValues sorted = SortedValues.of(values);
    return IntStream.range(0, sorted.size()).mapToLong(sorted::at).toArray();
  }

  private static long[] sorted(long[] values) {
    long[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static int count(long[] values, long atMost) {
    return (int) Arrays.stream(values).filter(value -> value <= atMost).count();
  }
}
