package io.headlesscrm.core.json;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that says where a value is wrong. Reading asks for values by name and type; whatever does not fit is a
 * {@link JsonFormatException} with the path, the value found and the bound. Doubles keep every bit. Immutable.
 *
 * <pre>{@code
 * JsonDocument model = JsonDocument.builder().put("model", "bg-nbd").put("version", 1).build();
 * String stored = model.toString();
 * JsonDocument.parse(stored).text("model"); // bg-nbd
 * }</pre>
 */
public final class JsonDocument {

  private final String path;
  private final Map<String, Object> fields;

  private JsonDocument(String path, Map<String, Object> fields) {
    this.path = path;
    this.fields = fields;
  }

  /**
   * Reads a document.
   *
   * @param json a JSON object; a member that occurs twice is refused
   * @return the document
   * @throws JsonFormatException when the text is not one JSON object
   */
  public static JsonDocument parse(String json) {
    return new JsonDocument("", JacksonCodec.parse(requireNonNull(json, "json")));
  }

  /**
   * Starts a document.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Checks that the document is of a kind and version that the caller can read.
   *
   * @param member that names the kind, such as {@code model}
   * @param kind what it must say
   * @param newestVersion the newest version that can be read; a document without {@code version} is of version 1
   * @return the version, from 1 to {@code newestVersion}
   * @throws JsonFormatException when the document is of another kind or from a later version
   */
  public int requireKind(String member, String kind, int newestVersion) {
    if (!text(member).equals(kind)) {
      throw problem(
          member,
          text(member),
          "must be \"" + kind + "\"",
          "Maybe the file belongs to another model?");
    }
    long version = has("version") ? whole("version") : 1;
    if (version < 1 || version > newestVersion) {
      throw problem(
          "version",
          version,
          "must be from 1 to " + newestVersion,
          "Maybe a later version of the library wrote it?");
    }
    return (int) version;
  }

  /**
   * The names of all members, in their order.
   *
   * @return unmodifiable
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(fields.keySet());
  }

  /**
   * The names of the members in which another document differs.
   *
   * @param other any
   * @return in the order of this document, then of the other; empty when the two are equal
   */
  public List<String> differences(JsonDocument other) {
    Set<String> names = new LinkedHashSet<>(fields.keySet());
    names.addAll(other.fields.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(fields.get(name), other.fields.get(name)))
        .toList();
  }

  /**
   * Every text, number and truth value wherever it stands, by its path such as {@code contacts[0].name}.
   *
   * @return as texts, in the order of the document; unmodifiable
   */
  public Map<String, String> leaves() {
    return Collections.unmodifiableMap(JsonLeaves.of(fields));
  }

  /**
   * A copy in which texts are others.
   *
   * @param change is given every text wherever it stands, but not the names of members
   * @return the copy; members that are null are left out
   */
  public JsonDocument withTexts(UnaryOperator<String> change) {
    return new JsonDocument(path, new JsonTexts(change).changed(fields));
  }

  /**
   * Whether there is a member of that name that is not null.
   *
   * @param name any
   * @return true when it has a value
   */
  public boolean has(String name) {
    return fields.get(name) != null;
  }

  /**
   * The text of that name.
   *
   * @param name of a member
   * @return its value
   * @throws JsonFormatException when it is missing or no text
   */
  public String text(String name) {
    return value(name, String.class, "text");
  }

  /**
   * The text of that name, if there is one.
   *
   * @param name of a member
   * @return empty when the member is missing or null
   * @throws JsonFormatException when it is no text
   */
  public Optional<String> findText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /**
   * The number of that name.
   *
   * @param name of a member
   * @return its value; the texts "NaN", "Infinity" and "-Infinity" are numbers too, as {@link Builder#put(String,
   *     double)} writes them
   * @throws JsonFormatException when it is missing or no number
   */
  public double number(String name) {
    return toDouble(name, required(name));
  }

  /**
   * The whole number of that name.
   *
   * @param name of a member
   * @return its value
   * @throws JsonFormatException when it is missing, no number, has a fraction or does not fit a long
   */
  public long whole(String name) {
    Object value = required(name);
    try {
      return decimal(name, value).longValueExact();
    } catch (ArithmeticException e) {
      throw problem(
          name, value, "must be a whole number", "Maybe it was rounded or multiplied on the way?");
    }
  }

  /**
   * The decimal of that name, exact.
   *
   * @param name of a member
   * @return its value with the scale that was written
   * @throws JsonFormatException when it is missing or no number
   */
  public BigDecimal decimal(String name) {
    return decimal(name, required(name));
  }

  /**
   * The text of that name as a value of another type.
   *
   * @param <T> the type of the value
   * @param name of a member
   * @param bound what it must be, such as {@code must be a date}
   * @param parser refuses a text with an {@link IllegalArgumentException} or {@link DateTimeException}
   * @return what the parser makes of it
   * @throws JsonFormatException when it is missing, no text or refused
   */
  public <T> T parsed(String name, String bound, Function<String, T> parser) {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw problem(name, text, bound, "Maybe the file is damaged?");
    }
  }

  /**
   * The date of that name.
   *
   * @param name of a member
   * @return its value
   * @throws JsonFormatException when it is missing or no ISO date
   */
  public LocalDate date(String name) {
    return parsed(name, "must be a date such as 2026-03-01", LocalDate::parse);
  }

  /**
   * The date of that name, if there is one.
   *
   * @param name of a member
   * @return empty when the member is missing or null
   * @throws JsonFormatException when it is no ISO date
   */
  public Optional<LocalDate> findDate(String name) {
    return has(name) ? Optional.of(date(name)) : Optional.empty();
  }

  /**
   * The instant of that name.
   *
   * @param name of a member
   * @return its value, to the nanosecond
   * @throws JsonFormatException when it is missing or no ISO instant
   */
  public Instant instant(String name) {
    return parsed(name, "must be an instant such as 2026-03-01T12:00:00Z", Instant::parse);
  }

  /**
   * The instant of that name, if there is one.
   *
   * @param name of a member
   * @return empty when the member is missing or null
   * @throws JsonFormatException when it is no ISO instant
   */
  public Optional<Instant> findInstant(String name) {
    return has(name) ? Optional.of(instant(name)) : Optional.empty();
  }

  /**
   * The amount of money of that name.
   *
   * @param name of a member
   * @return its value
   * @throws JsonFormatException when it is missing or not as {@link Builder#put(String, Money)} writes it
   */
  public Money money(String name) {
    JsonDocument json = object(name);
    return new Money(
        json.whole("minorUnits"),
        json.parsed("currency", "must be an ISO 4217 code", Currency::getInstance));
  }

  /**
   * The amount of money of that name, if there is one.
   *
   * @param name of a member
   * @return empty when the member is missing or null
   * @throws JsonFormatException when it is not as {@link Builder#put(String, Money)} writes it
   */
  public Optional<Money> findMoney(String name) {
    return has(name) ? Optional.of(money(name)) : Optional.empty();
  }

  /**
   * The truth value of that name.
   *
   * @param name of a member
   * @return its value
   * @throws JsonFormatException when it is missing or neither true nor false
   */
  public boolean truth(String name) {
    return value(name, Boolean.class, "true or false");
  }

  /**
   * The object of that name.
   *
   * @param name of a member
   * @return its value
   * @throws JsonFormatException when it is missing or no object
   */
  public JsonDocument object(String name) {
    return child(name, required(name));
  }

  /**
   * The objects in the array of that name.
   *
   * @param name of a member
   * @return its elements
   * @throws JsonFormatException when it is missing, no array, or has an element that is no object
   */
  public List<JsonDocument> objects(String name) {
    List<JsonDocument> objects = new ArrayList<>();
    List<?> values = array(name);
    for (int i = 0; i < values.size(); i++) {
      objects.add(child(name + "[" + i + "]", values.get(i)));
    }
    return objects;
  }

  /**
   * The numbers in the array of that name.
   *
   * @param name of a member
   * @return its elements
   * @throws JsonFormatException when it is missing, no array, or has an element that is no number
   */
  public double[] numbers(String name) {
    List<?> values = array(name);
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = toDouble(name + "[" + i + "]", values.get(i));
    }
    return numbers;
  }

  /**
   * The whole numbers in the array of that name.
   *
   * @param name of a member
   * @return its elements
   * @throws JsonFormatException when it is missing, no array, or has an element that is no int
   */
  public int[] wholes(String name) {
    List<?> values = array(name);
    int[] wholes = new int[values.size()];
    for (int i = 0; i < wholes.length; i++) {
      wholes[i] = cast(name + "[" + i + "]", values.get(i), Integer.class, "a whole number");
    }
    return wholes;
  }

  /**
   * The texts in the array of that name.
   *
   * @param name of a member
   * @return its elements
   * @throws JsonFormatException when it is missing, no array, or has an element that is no text
   */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    List<?> values = array(name);
    for (int i = 0; i < values.size(); i++) {
      texts.add(cast(name + "[" + i + "]", values.get(i), String.class, "text"));
    }
    return texts;
  }

  /**
   * An exception about a value of this document, for a reader that finds it out of bounds.
   *
   * @param name of the member
   * @param value as found
   * @param bound what it must be, such as {@code must be above 0}
   * @param maybe what the cause may be; a sentence that starts with "Maybe"
   * @return the exception, to be thrown
   */
  public JsonFormatException problem(
      String name, @Nullable Object value, String bound, String maybe) {
    return new JsonFormatException(
        path + name + " is " + shown(value) + ", it " + bound + ". " + maybe);
  }

  /**
   * Starts a document with the members of this one.
   *
   * @return a builder whose {@code put} replaces a member of the same name
   */
  public Builder toBuilder() {
    Builder builder = builder();
    builder.fields.putAll(fields);
    return builder;
  }

  /**
   * The document without some members.
   *
   * @param names of members; one that is not there is ignored
   * @return the others, in their order
   */
  public JsonDocument without(String... names) {
    Builder builder = toBuilder();
    builder.fields.keySet().removeAll(Set.of(names));
    return builder.build();
  }

  /**
   * The document as JSON without white space between its members, for storage.
   *
   * @return what {@link #parse} reads; members in their order
   */
  public String toCompactText() {
    return JacksonCodec.writeCompact(fields);
  }

  /** The document as indented JSON, members in their order. */
  @Override
  public String toString() {
    return JacksonCodec.write(fields);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonDocument document && fields.equals(document.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  private Object required(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw problem(name, null, "must be there", "Maybe the file is damaged or of another kind?");
    }
    return value;
  }

  private <T> T value(String name, Class<T> type, String what) {
    return cast(name, required(name), type, what);
  }

  private <T> T cast(String name, @Nullable Object value, Class<T> type, String what) {
    if (!type.isInstance(value)) {
      throw problem(
          name, value, "must be " + what, "Maybe the file is damaged or of another kind?");
    }
    return type.cast(value);
  }

  private List<?> array(String name) {
    return value(name, List.class, "an array");
  }

  private JsonDocument child(String name, @Nullable Object value) {
    Map<?, ?> map = cast(name, value, Map.class, "an object");
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((key, member) -> members.put((String) key, member));
    return new JsonDocument(path + name + ".", members);
  }

  private double toDouble(String name, @Nullable Object value) {
    if (value instanceof String text && (text.equals("NaN") || text.endsWith("Infinity"))) {
      return Double.parseDouble(text);
    }
    return decimal(name, value).doubleValue();
  }

  private BigDecimal decimal(String name, @Nullable Object value) {
    Number number = cast(name, value, Number.class, "a number");
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "missing";
    }
    String text = String.valueOf(value);
    return value instanceof String ? "\"" + text + "\"" : text;
  }

  /** Collects members in their order. */
  public static final class Builder {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a text.
     *
     * @param name of the member
     * @param value null leaves the member out
     * @return this builder
     */
    public Builder put(String name, @Nullable String value) {
      return putValue(name, value);
    }

    /**
     * Adds a whole number.
     *
     * @param name of the member
     * @param value any
     * @return this builder
     */
    public Builder put(String name, long value) {
      return putValue(name, value);
    }

    /**
     * Adds a number with all its digits; NaN and the infinities, which JSON does not have, as texts.
     *
     * @param name of the member
     * @param value any
     * @return this builder
     */
    public Builder put(String name, double value) {
      return putValue(name, writable(value));
    }

    /**
     * Adds an exact decimal.
     *
     * @param name of the member
     * @param value any
     * @return this builder
     */
    public Builder put(String name, BigDecimal value) {
      return putValue(name, value);
    }

    /**
     * Adds a date.
     *
     * @param name of the member
     * @param value null leaves the member out
     * @return this builder
     */
    public Builder put(String name, @Nullable LocalDate value) {
      return putValue(name, value == null ? null : value.toString());
    }

    /**
     * Adds an instant with all its digits.
     *
     * @param name of the member
     * @param value null leaves the member out
     * @return this builder
     */
    public Builder put(String name, @Nullable Instant value) {
      return putValue(name, value == null ? null : value.toString());
    }

    /**
     * Adds an amount of money in minor units, so that no digit depends on a parser's doubles.
     *
     * @param name of the member
     * @param value null leaves the member out
     * @return this builder
     */
    public Builder put(String name, @Nullable Money value) {
      if (value == null) {
        return this;
      }
      return put(
          name,
          builder()
              .put("minorUnits", value.minorUnits())
              .put("currency", value.currency().getCurrencyCode())
              .build());
    }

    /**
     * Adds a truth value.
     *
     * @param name of the member
     * @param value true or false
     * @return this builder
     */
    public Builder put(String name, boolean value) {
      return putValue(name, value);
    }

    /**
     * Adds an object.
     *
     * @param name of the member
     * @param value its members
     * @return this builder
     */
    public Builder put(String name, JsonDocument value) {
      return putValue(name, value.fields);
    }

    /**
     * Adds an array of objects.
     *
     * @param name of the member
     * @param values its elements
     * @return this builder
     */
    public Builder put(String name, List<JsonDocument> values) {
      return putValue(name, values.stream().map(document -> document.fields).toList());
    }

    /**
     * Adds an array of numbers.
     *
     * @param name of the member
     * @param values its elements
     * @return this builder
     */
    public Builder put(String name, double[] values) {
      List<Object> list = new ArrayList<>();
      for (double value : values) {
        list.add(writable(value));
      }
      return putValue(name, list);
    }

    /**
     * Adds an array of whole numbers.
     *
     * @param name of the member
     * @param values its elements
     * @return this builder
     */
    public Builder put(String name, int[] values) {
      return putValue(name, Arrays.stream(values).boxed().toList());
    }

    /**
     * Adds an array of texts.
     *
     * @param name of the member
     * @param values its elements
     * @return this builder
     */
    public Builder putTexts(String name, List<String> values) {
      return putValue(name, List.copyOf(values));
    }

    /**
     * Says aloud that there is no value, for readers that look for every member; here it reads as a missing one.
     *
     * @param name of the member
     * @return this builder
     */
    public Builder putNull(String name) {
      fields.put(name, null);
      return this;
    }

    /**
     * The finished document.
     *
     * @return with the members so far
     */
    public JsonDocument build() {
      return new JsonDocument("", new LinkedHashMap<>(fields));
    }

    private Builder putValue(String name, @Nullable Object value) {
      if (value != null) {
        fields.put(name, value);
      }
      return this;
    }

    private static Object writable(double value) {
      return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }
  }
}
