package io.headlesscrm.core.json;

import io.headlesscrm.core.evidence.Assessment;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Reasons, provenance and assessments, version 1. A typed value is an object with its type as the only member. */
final class EvidenceCodec {

  private static final String KIND = "assessment";
  private static final int VERSION = 1;

  private EvidenceCodec() {}

  static JsonDocument write(Assessment assessment) {
    return JsonDocument.builder()
        .put("kind", KIND)
        .put("version", VERSION)
        .put("customer", assessment.customer().value())
        .put("assessed", assessment.kind())
        .put("value", assessment.value())
        .put("asOf", assessment.asOf().toString())
        .put(
            "reasons",
            assessment.reasons().stream().map(EvidenceCodec::writeReason).toList())
        .put("provenance", writeProvenance(assessment.provenance()))
        .build();
  }

  static Assessment read(JsonDocument json) {
    json.requireKind("kind", KIND, VERSION);
    return new Assessment(
        CustomerId.of(json.text("customer")),
        json.text("assessed"),
        json.text("value"),
        Fields.date(json, "asOf"),
        json.objects("reasons").stream().map(EvidenceCodec::readReason).toList(),
        readProvenance(json.object("provenance")));
  }

  static JsonDocument writeProvenance(Provenance provenance) {
    JsonDocument.Builder parameters = JsonDocument.builder();
    provenance.parameters().forEach(parameters::put);
    return JsonDocument.builder()
        .put("method", provenance.method())
        .put("parameters", parameters.build())
        .put("start", provenance.window().start().toString())
        .put("end", provenance.window().end().toString())
        .put("customers", provenance.customers())
        .put("libraryVersion", provenance.libraryVersion())
        .build();
  }

  static Provenance readProvenance(JsonDocument json) {
    JsonDocument parameters = json.object("parameters");
    Map<String, String> byName = new TreeMap<>();
    parameters.names().forEach(name -> byName.put(name, parameters.text(name)));
    return new Provenance(
        json.text("method"),
        new TreeMap<>(byName),
        new ObservationWindow(Fields.date(json, "start"), Fields.date(json, "end")),
        Math.toIntExact(json.whole("customers")),
        json.text("libraryVersion"));
  }

  static JsonDocument writeReason(Reason reason) {
    JsonDocument.Builder values = JsonDocument.builder();
    reason.values().forEach((name, value) -> values.put(name, typed(value)));
    return JsonDocument.builder()
        .put("key", reason.key())
        .put("values", values.build())
        .build();
  }

  static Reason readReason(JsonDocument json) {
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
      json.put("date", date.toString());
    } else if (value instanceof Reason reason) {
      json.put("reason", writeReason(reason));
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
      case "decimal" -> Fields.parsed(json, type, "must be a decimal number", BigDecimal::new);
      case "date" -> Fields.date(json, type);
      case "reason" -> readReason(json.object(type));
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
