package io.headlesscrm.core.evidence;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.json.JsonFormatException;
import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reasons and provenance as parts of documents. A typed value is an object with its type as the only member.
 */
public final class EvidenceJson {

  private EvidenceJson() {}

  /**
   * A provenance as part of a document.
   *
   * @param provenance any
   * @return its members
   */
  public static JsonDocument toJson(Provenance provenance) {
    JsonDocument.Builder parameters = JsonDocument.builder();
    provenance.parameters().forEach(parameters::put);
    return JsonDocument.builder()
        .put("method", provenance.method())
        .put("parameters", parameters.build())
        .put("start", provenance.window().start())
        .put("end", provenance.window().end())
        .put("customers", provenance.customers())
        .put("libraryVersion", provenance.libraryVersion())
        .build();
  }

  /**
   * A provenance from a part of a document.
   *
   * @param json as {@link #toJson(Provenance)} writes it
   * @return equal to the one that was written
   * @throws JsonFormatException when it is damaged
   */
  public static Provenance toProvenance(JsonDocument json) {
    JsonDocument parameters = json.object("parameters");
    Map<String, String> byName = new TreeMap<>();
    parameters.names().forEach(name -> byName.put(name, parameters.text(name)));
    return new Provenance(
        json.text("method"),
        new TreeMap<>(byName),
        new ObservationWindow(json.date("start"), json.date("end")),
        Math.toIntExact(json.whole("customers")),
        json.text("libraryVersion"));
  }

  /**
   * A reason as part of a document.
   *
   * @param reason any
   * @return its key and typed values
   */
  public static JsonDocument toJson(Reason reason) {
    JsonDocument.Builder values = JsonDocument.builder();
    reason.values().forEach((name, value) -> values.put(name, typed(value)));
    return JsonDocument.builder()
        .put("key", reason.key())
        .put("values", values.build())
        .build();
  }

  /**
   * A reason from a part of a document.
   *
   * @param json as {@link #toJson(Reason)} writes it
   * @return equal to the one that was written
   * @throws JsonFormatException when it is damaged
   */
  public static Reason toReason(JsonDocument json) {
    Reason reason = Reason.of(json.text("key"));
    JsonDocument values = json.object("values");
    for (String name : values.names()) {
      reason = reason.withValue(name, untyped(values.object(name)));
    }
    return reason;
  }

  private static JsonDocument typed(Object value) {
    JsonDocument.Builder json = JsonDocument.builder();
    if (value instanceof Long whole) {
      json.put("whole", whole.longValue());
    } else if (value instanceof Double number) {
      json.put("number", number.doubleValue());
    } else if (value instanceof BigDecimal decimal) {
      json.put("decimal", decimal.toString());
    } else if (value instanceof LocalDate date) {
      json.put("date", date);
    } else if (value instanceof Reason reason) {
      json.put("reason", toJson(reason));
    } else {
      json.put("text", value.toString());
    }
    return json.build();
  }

  private static Object untyped(JsonDocument json) {
    String type = json.names().stream().findFirst().orElse("nothing");
    return switch (type) {
      case "whole" -> json.whole(type);
      case "number" -> json.number(type);
      case "decimal" -> json.parsed(type, "must be a decimal number", BigDecimal::new);
      case "date" -> json.date(type);
      case "reason" -> toReason(json.object(type));
      case "text" -> json.text(type);
      default ->
        throw json.problem(
            type,
            null,
            "must be whole, number, decimal, date, reason or text",
            "Maybe a later version wrote it?");
    };
  }
}
