package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A named way to find values by words in their texts, such as the names of a customer. Capitals and the full and half
 * width of characters make no difference; a word is found anywhere in a text, so that Chinese, which has no spaces, and
 * parts of a number are found too.
 *
 * <pre>{@code
 * static final TextIndex<Customer> NAMES = TextIndex.of("names", Customer::allNames);
 * customers.list(Query.where(NAMES.contains("express shenzhen")), Page.first(20));
 * }</pre>
 *
 * <p>The function must be pure. Immutable.
 *
 * @param <T> the type that is indexed
 */
public final class TextIndex<T> {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final String name;
  private final Function<T, ? extends Collection<String>> texts;

  private TextIndex(String name, Function<T, ? extends Collection<String>> texts) {
    this.name = Names.require(name, "text index");
    this.texts = requireNonNull(texts, "texts");
  }

  /**
   * An index of texts.
   *
   * @param <T> the type that is indexed
   * @param name unique within the type, key indexes included: a to z, 0 to 9 and hyphens
   * @param texts empty for a value without any
   * @return the index
   */
  public static <T> TextIndex<T> of(String name, Function<T, ? extends Collection<String>> texts) {
    return new TextIndex<>(name, texts);
  }

  /**
   * A text as it is compared: Unicode form NFKC, small letters of no particular language. An adapter stores this form.
   *
   * @param text any
   * @return the normal form
   */
  public static String normalForm(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * What is looked for, word by word.
   *
   * @param words separated by white space
   * @return the normal form of each word; none for a blank text
   */
  public static List<String> words(String words) {
    return Arrays.stream(SPACE.split(normalForm(words)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * What the index is called.
   *
   * @return unique within its type
   */
  public String name() {
    return name;
  }

  /**
   * The texts of a value as they are written in it.
   *
   * @param value of the type that is indexed
   * @return unmodifiable
   */
  public List<String> texts(T value) {
    return List.copyOf(texts.apply(value));
  }

  /**
   * The texts of a value as they are compared.
   *
   * @param value of the type that is indexed
   * @return the normal form of each text
   */
  public List<String> normalForms(T value) {
    return texts(value).stream().map(TextIndex::normalForm).toList();
  }

  /**
   * Values that contain all of these words, each in any of their texts.
   *
   * @param words separated by white space; none: every value matches
   * @return the criterion
   */
  public Criterion<T> contains(String words) {
    return new Criterion.Contains<>(this, words(words));
  }

  /** The name of the index. */
  @Override
  public String toString() {
    return name;
  }
}
