package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdDictionaryTest {

  /** Short ids, long ones and ones that are not ASCII, with repetitions. */
  @Provide
  Arbitrary<List<String>> ids() {
    return Arbitraries.strings()
        .withChars('0', '1', 'C', '客')
        .ofMinLength(1)
        .ofMaxLength(10)
        .list()
        .ofMaxSize(60);
  }

  @Property
  void ordinalOf_anyIds_isFirstAppearance(@ForAll("ids") List<String> ids) {
    List<String> distinct = ids.stream().distinct().toList();

    assertThat(ids.stream().mapToInt(dictionaryOf(ids)::ordinalOf))
        .containsExactlyElementsOf(ids.stream().map(distinct::indexOf).toList());
  }

  @Property
  void sorted_anyIds_isOrderOfBytes(@ForAll("ids") List<String> ids) {
    IdDictionary dictionary = dictionaryOf(ids);
    SortedIds sorted = dictionary.sorted(dictionary.sortedOrdinals());

    assertThat(IntStream.range(0, sorted.size()).mapToObj(sorted::get))
        .containsExactlyElementsOf(
            ids.stream().distinct().sorted(IdDictionaryTest::byBytes).toList());
  }

  @Property
  void addAll_twoDictionaries_mapsToTheSameIds(
      @ForAll("ids") List<String> ids, @ForAll("ids") List<String> others) {
    IdDictionary dictionary = dictionaryOf(ids);
    int[] mapping = dictionary.addAll(dictionaryOf(others));

    assertThat(mapping)
        .containsExactly(
            others.stream().distinct().mapToInt(dictionary::ordinalOf).toArray());
  }

  @Test
  void ordinalsOfInline_batches_areThoseOfOneByOne() {
    long[] tags = IntStream.range(0, 5_000)
        .map(i -> i * 7919 % 3_000)
        .mapToObj(String::valueOf)
        .mapToLong(id -> InlineTag.of(id.toCharArray(), 0, id.length()))
        .toArray();
    IdDictionary oneByOne = new IdDictionary();
    int[] expected = Arrays.stream(tags).mapToInt(oneByOne::ordinalOfInline).toArray();

    int[] ordinals = new int[tags.length];
    new IdDictionary().ordinalsOfInline(tags, tags.length, ordinals);

    assertThat(ordinals).isEqualTo(expected);
  }

  private static IdDictionary dictionaryOf(List<String> ids) {
    IdDictionary dictionary = new IdDictionary();
    ids.forEach(dictionary::ordinalOf);
    return dictionary;
  }

  private static int byBytes(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
