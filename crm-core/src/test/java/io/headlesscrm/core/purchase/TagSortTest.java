package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TagSortTest {

  @Property
  void sorted_anyTags_isTheirOrder(
      @ForAll @Size(max = 200) Set<@LongRange(min = 1, max = Long.MAX_VALUE) Long> tags) {
    assertSorted(tags.stream().mapToLong(Long::longValue).toArray());
  }

  @Test
  void sorted_idsOfOneLength_isTheirOrder() {
    assertSorted(IntStream.range(0, 10_000)
        .mapToObj(i -> "C%07d".formatted((i * 7919) % 10_000))
        .mapToLong(id -> InlineTag.of(id.toCharArray(), 0, id.length()))
        .toArray());
  }

  private static void assertSorted(long[] tags) {
    int[] expected = IntStream.range(0, tags.length)
        .boxed()
        .sorted(Comparator.comparing(i -> tags[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    // the tags may be fewer than their array has room for
    assertThat(TagSort.sorted(Arrays.copyOf(tags, tags.length + 3), tags.length))
        .isEqualTo(expected);
  }
}
