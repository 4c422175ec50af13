package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.identity.Aliases;
import io.headlesscrm.core.customer.identity.MergeImage;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.TypeRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is stored of one customer, of every registered type, to be handed to whom it concerns. Texts that are
 * personal to somebody else who takes part are replaced by {@value #OF_ANOTHER}; the records of related customers are
 * theirs.
 */
public final class PersonalDataExport {

  /** Stands where a text is personal to another customer. */
  public static final String OF_ANOTHER = "***";

  private final CrmStorage storage;
  private final TypeRegistry registry;
  private final Set<CustomerId> ids;
  private final Map<String, List<JsonDocument>> byType = new LinkedHashMap<>();

  private PersonalDataExport(CrmStorage storage, TypeRegistry registry, CustomerId customer) {
    this.storage = requireNonNull(storage, "storage");
    this.registry = requireNonNull(registry, "registry");
    this.ids = Aliases.in(storage).allOf(customer);
  }

  /**
   * Reads everything of a customer.
   *
   * @param storage where it is
   * @param registry all types
   * @param customer its id or one that leads to it
   * @param at when the export is made
   * @return {@code customer}, {@code aliases}, {@code exportedAt} and {@code data}: documents by the name of the type; types
   *     without any are left out. What a merge dropped is under {@code merge-image}
   */
  public static JsonDocument of(
      CrmStorage storage, TypeRegistry registry, CustomerId customer, Instant at) {
    PersonalDataExport export = new PersonalDataExport(storage, registry, customer);
    registry.types().forEach(export::addType);
    return export.document(at);
  }

  private JsonDocument document(Instant at) {
    List<String> all = ids.stream().map(CustomerId::value).toList();
    JsonDocument.Builder data = JsonDocument.builder();
    byType.forEach(data::put);
    return JsonDocument.builder()
        .put("customer", all.get(0))
        .putTexts("aliases", all.subList(1, all.size()))
        .put("exportedAt", at)
        .put("data", data.build())
        .build();
  }

  /** A value that is linked to two ids of the customer is there once. */
  private <T> void addType(StoredType<T> type) {
    Set<String> seen = new HashSet<>();
    for (CustomerId id : ids) {
      Contents.of(storage, type).forEach(type.of(id), held -> {
        if (seen.add(type.idText(held.value()))) {
          add(type, held.value());
        }
      });
    }
  }

  private <T> void add(StoredType<T> type, T value) {
    if (value instanceof MergeImage image) {
      addImage(image);
    } else if (isOfCustomer(type, value)) {
      add(type.name(), redacted(type, value));
    }
  }

  private void addImage(MergeImage image) {
    registry.types().stream()
        .filter(type -> type.name().equals(image.type()))
        .forEach(type -> addImage(type, image));
  }

  /** The image of a third party's value, touched because it refers to this one, shows nothing of the third party. */
  private <T> void addImage(StoredType<T> type, MergeImage image) {
    if (image.before() != null) {
      T value = type.read(JsonDocument.parse(image.before()));
      if (isOfCustomer(type, value)) {
        add(MergeImage.TYPE.name(), redacted(type, value));
      }
    }
  }

  /** The record of another customer that is related to this one is the other's. */
  private <T> boolean isOfCustomer(StoredType<T> type, T value) {
    return value instanceof Customer customer
        ? ids.contains(customer.id())
        : type.customers().targets(value).stream().anyMatch(ids::contains);
  }

  private void add(String type, JsonDocument document) {
    byType.computeIfAbsent(type, name -> new ArrayList<>()).add(document);
  }

  private <T> JsonDocument redacted(StoredType<T> type, T value) {
    Set<String> own = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (CustomerId linked : type.customers().targets(value)) {
      (ids.contains(linked) ? own : others).addAll(type.personalData().texts(value, linked));
    }
    others.removeAll(own);
    return type.write(value).withTexts(text -> others.contains(text) ? OF_ANOTHER : text);
  }
}
