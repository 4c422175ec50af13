package io.headlesscrm.core.walk;

import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A storage full of made-up values of every registered type.
 *
 * @param storage refuses types that are not registered
 * @param registry all types of this module and those of a host
 */
public record World(CrmStorage storage, TypeRegistry registry) {

  public static final List<Sample<?>> SAMPLES =
      Stream.concat(CoreSamples.ALL.stream(), HostTypes.SAMPLES.stream()).toList();

  /** The types of the samples, and values of all of them. */
  public static World of(long seed) {
    World world = empty();
    Draw draw = new Draw(seed);
    world.in(() -> SAMPLES.forEach(sample -> sample.store(world.storage, draw)));
    return world;
  }

  public static World empty() {
    TypeRegistry registry = TypeRegistry.of(SAMPLES.stream().map(Sample::type).toList());
    return new World(registry.guard(new InMemoryStorage()), registry);
  }

  /** The names of the types whose documents say what was. */
  public static String[] ofThePast() {
    return SAMPLES.stream()
        .filter(Sample::isHistory)
        .map(sample -> sample.type().name())
        .toArray(String[]::new);
  }

  public void in(Runnable work) {
    storage.unitOfWork().required(() -> {
      work.run();
      return true;
    });
  }

  /** Every stored value as text, by type and id; without the types of these names. */
  public Map<String, String> content(String... without) {
    Map<String, String> content = new TreeMap<>();
    for (StoredType<?> type : registry.types()) {
      if (!List.of(without).contains(type.name())) {
        add(content, type);
      }
    }
    return content;
  }

  /** Where a text occurs, capitals and all. */
  public static List<String> places(Map<String, String> content, String text) {
    return content.entrySet().stream()
        .filter(value -> value.getValue().contains(quoted(text)))
        .map(Map.Entry::getKey)
        .toList();
  }

  public static List<String> places(Map<String, String> content, Collection<String> texts) {
    return texts.stream().flatMap(text -> places(content, text).stream()).toList();
  }

  private <T> void add(Map<String, String> content, StoredType<T> type) {
    Contents.of(storage, type)
        .forEach(
            Criterion.all(),
            held -> content.put(
                type.name() + " " + type.idText(held.value()),
                type.write(held.value()).toString()));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
