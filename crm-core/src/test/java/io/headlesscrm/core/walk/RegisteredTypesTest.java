package io.headlesscrm.core.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.identity.MergeRecord;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Erasure;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.walk.HostTypes.Transfer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether every type says of itself what the operations on all types go by. */
class RegisteredTypesTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern CUSTOMER = Pattern.compile("\"(cust-\\d+)\"");
  private static final CustomerId NEW = CustomerId.of("cust-new");

  @Test
  void samples_everyTypeOfThisModule_included() throws Exception {
    Set<String> sampled = new TreeSet<>();
    CoreSamples.ALL.forEach(sample -> sampled.add(sample.type().name()));

    List<StoredType<?>> constants = constants();

    assertThat(constants).hasSizeGreaterThan(5);
    assertThat(constants)
        .extracting(StoredType::name)
        .allSatisfy(name -> assertThat(sampled)
            .as("type \"%s\" has no sample in CoreSamples, so no test walks over it", name)
            .contains(name));
  }

  static List<Sample<?>> samples() {
    return World.SAMPLES;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void document_anyValue_roundTrip(Sample<?> sample) {
    expectRoundTrips(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void customers_everyOneInTheDocument_linked(Sample<?> sample) {
    if (!sample.isHistory()) {
      expectLinks(sample);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void customers_replaced_goneFromTheDocument(Sample<?> sample) {
    expectTargetsRewritten(sample);
    if (!sample.isHistory()) {
      expectRewritten(sample);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void personal_everyTextInTheDocument_declaredAndErased(Sample<?> sample) {
    expectErased(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findMerger_idMadeOfTheCustomer_declared(Sample<?> sample) {
    expectMerger(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void reasons_ofRetainedValues_inBothLanguages(Sample<?> sample) {
    expectReasons(sample);
  }

  @Test
  void text_customerAsIdWithoutMerger_refused() {
    RecordType<CustomerId, CustomerId> forgetful = RecordType.builder(
            "forgetful", 1, (CustomerId id) -> id, CustomerId::value)
        .document(
            id -> JsonDocument.builder().put("id", id.value()).build(),
            json -> CustomerId.of(json.text("id")))
        .customers(Link.one(id -> id, (id, to) -> to))
        .assignees(Link.none())
        .personal(PersonalData.none())
        .notOnTimeline()
        .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> forgetful.text(NEW))
        .withMessageContaining("\"forgetful\" has customers as ids")
        .withMessageContaining("Maybe mergedBy(...)");
  }

  @Test
  void customers_typeThatForgetsALink_caught() {
    RecordType<String, Transfer> forgetful =
        transfers(Link.one(Transfer::payer, Transfer::withPayer), words());

    expectCaught(() -> expectLinks(Sample.of(forgetful, HostTypes::transfer)));
    expectCaught(() -> expectErased(Sample.of(
        transfers(HostTypes.TRANSFER.customers(), PersonalData.none()), HostTypes::transfer)));
    expectCaught(() -> expectRewritten(Sample.of(
        transfers(Link.many(HostTypes.TRANSFER.customers()::targets, (t, from, to) -> t), words()),
        HostTypes::transfer)));
  }

  private static RecordType<String, Transfer> transfers(
      Link<Transfer, CustomerId> customers, PersonalData<Transfer> personal) {
    return RecordType.builder("forgetful", 1, Transfer::id, (String id) -> id)
        .document(HostTypes.TRANSFER::write, HostTypes.TRANSFER::read)
        .customers(customers)
        .assignees(Link.none())
        .personal(personal)
        .notOnTimeline()
        .build();
  }

  private static PersonalData<Transfer> words() {
    return HostTypes.TRANSFER.personalData();
  }

  private static void expectCaught(ThrowableAssert.ThrowingCallable check) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(check);
  }

  private static <T> void expectRoundTrips(Sample<T> sample) {
    StoredType<T> type = sample.type();
    for (T value : values(sample)) {
      JsonDocument stored = JsonDocument.parse(type.write(value).toString());
      assertThat(type.read(stored)).isEqualTo(value);
    }
  }

  private static <T> void expectLinks(Sample<T> sample) {
    for (T value : values(sample)) {
      Collection<CustomerId> linked = sample.type().customers().targets(value);
      assertThat(linked)
          .extracting(CustomerId::value)
          .as("customers that a %s is linked to", sample.type().name())
          .containsAll(customersIn(sample.type().write(value)));
    }
  }

  private static <T> void expectRewritten(Sample<T> sample) {
    Link<T, CustomerId> link = sample.type().customers();
    for (T value : values(sample)) {
      for (CustomerId from : link.targets(value)) {
        T after = link.replaced(value, from, NEW);
        assertThat(link.isFixed() ? List.of() : customersIn(sample.type().write(after)))
            .as("customers in a rewritten %s", sample.type().name())
            .doesNotContain(from.value());
      }
    }
  }

  private static <T> void expectTargetsRewritten(Sample<T> sample) {
    Link<T, CustomerId> link = sample.type().customers();
    for (T value : values(sample)) {
      for (CustomerId from : link.targets(value)) {
        T after = link.replaced(value, from, NEW);
        assertThat(link.targets(after)).contains(link.isFixed() ? from : NEW);
        assertThat(link.targets(after).contains(from)).isEqualTo(link.isFixed());
      }
    }
  }

  private static <T> void expectErased(Sample<T> sample) {
    StoredType<T> type = sample.type();
    for (T value : values(sample)) {
      Set<String> declared = new TreeSet<>();
      for (CustomerId customer : type.customers().targets(value)) {
        Collection<String> texts = type.personalData().texts(value, customer);
        declared.addAll(texts);
        if (type.personalData().erasure(value, customer) instanceof Erasure.Anonymise<T> erased) {
          assertThat(type.idText(erased.rest())).isEqualTo(type.idText(value));
          assertThat(texts).noneMatch(text -> holds(type, erased.rest(), text));
          assertThat(type.personalData().texts(erased.rest(), customer)).isEmpty();
        }
      }
      assertThat(secretsIn(type.write(value)))
          .as("personal texts that a %s declares", type.name())
          .allMatch(secret -> type.customers().targets(value).isEmpty()
              || declared.stream().anyMatch(text -> text.contains(secret)));
    }
  }

  private static <T> void expectMerger(Sample<T> sample) {
    StoredType<T> type = sample.type();
    for (T value : values(sample)) {
      for (CustomerId from : type.customers().targets(value)) {
        T after = type.customers().replaced(value, from, NEW);
        assertThat(type.idText(after).equals(type.idText(value))
                || type.findMerger().isPresent())
            .as("type %s has ids that change with the customer and mergedBy(...)", type.name())
            .isTrue();
      }
    }
  }

  private static <T> void expectReasons(Sample<T> sample) {
    StoredType<T> type = sample.type();
    for (T value : values(sample)) {
      for (CustomerId customer : type.customers().targets(value)) {
        if (type.personalData().erasure(value, customer) instanceof Erasure.Retain<T> kept) {
          assertThat(kept.reason().text(Locale.ENGLISH))
              .isNotEqualTo(kept.reason().key());
          assertThat(kept.reason().text(Locale.CHINESE))
              .isNotEqualTo(kept.reason().text(Locale.ENGLISH));
        }
      }
    }
  }

  private static <T> List<T> values(Sample<T> sample) {
    return IntStream.range(0, 30)
        .mapToObj(Draw::new)
        .flatMap(draw -> sample.values().apply(draw).stream())
        .toList();
  }

  private static <T> boolean holds(StoredType<T> type, T value, String text) {
    return !World.places(Map.of("value", type.write(value).toString()), text).isEmpty();
  }

  private static Set<String> customersIn(JsonDocument document) {
    return matches(CUSTOMER, document.toString(), 1);
  }

  /** Up to the number, which no escape can follow; in small letters, as numbers of registers are in capitals. */
  private static Set<String> secretsIn(JsonDocument document) {
    return matches(Pattern.compile("(?i)-\\d+!"), document.toString(), 0);
  }

  private static Set<String> matches(Pattern pattern, String text, int group) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(group).toLowerCase(Locale.ROOT));
    }
    return found;
  }

  private static List<StoredType<?>> constants() throws IOException, ReflectiveOperationException {
    List<StoredType<?>> constants = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(RegisteredTypesTest::isClass).toList()) {
        for (Field field : load(file).getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers())
              && StoredType.class.isAssignableFrom(field.getType())) {
            field.setAccessible(true);
            constants.add((StoredType<?>) field.get(null));
          }
        }
      }
    }
    constants.removeIf(type -> type.name().startsWith("kit-"));
    return constants;
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
  }

  private static Class<?> load(Path file) throws ClassNotFoundException {
    String path = CLASSES.relativize(file).toString();
    String name = path.substring(0, path.length() - ".class".length())
        .replace(file.getFileSystem().getSeparator(), ".");
    return Class.forName(name, false, MergeRecord.class.getClassLoader());
  }
}
