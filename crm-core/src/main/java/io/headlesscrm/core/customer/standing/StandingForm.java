package io.headlesscrm.core.customer.standing;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.purchase.recognition.Occasion;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Standings as documents, version 1. */
final class StandingForm {

  private StandingForm() {}

  static JsonDocument write(Standing standing) {
    JsonDocument.Builder json = JsonDocument.builder()
        .put("customer", standing.customer().value())
        .put("stage", write(standing.stage()))
        .put("stageChanges", standing.stageChanges())
        .put("summary", standing.summary().toJson())
        .putTexts(
            "awaited",
            standing.awaited().stream().sorted().map(PurchaseId::value).toList())
        .put("owner", standing.owner() == null ? null : standing.owner().value())
        .put("classes", write(standing.classes()));
    put(json, "first", standing.first());
    put(json, "last", standing.last());
    return json.build();
  }

  static Standing read(JsonDocument json) {
    return new Standing(
        CustomerId.of(json.text("customer")),
        readStage(json.object("stage")),
        Math.toIntExact(json.whole("stageChanges")),
        PurchaseSummary.of(json.object("summary")),
        readOccasion(json, "first"),
        readOccasion(json, "last"),
        json.texts("awaited").stream().map(PurchaseId::of).collect(Collectors.toSet()),
        json.findText("owner").map(ActorId::of).orElse(null),
        readClasses(json.object("classes")));
  }

  private static JsonDocument write(StageMark mark) {
    return JsonDocument.builder()
        .put("stage", mark.stage().name())
        .put("since", mark.since())
        .put("change", mark.change())
        .put("buyer", mark.buyer())
        .build();
  }

  private static StageMark readStage(JsonDocument json) {
    return new StageMark(
        json.parsed("stage", "must be a stage", Stage::valueOf),
        json.instant("since"),
        json.text("change"),
        json.truth("buyer"));
  }

  private static void put(JsonDocument.Builder json, String name, @Nullable Occasion occasion) {
    if (occasion != null) {
      json.put(
          name,
          JsonDocument.builder()
              .put("at", occasion.at())
              .put("purchase", occasion.purchase().value())
              .build());
    }
  }

  private static @Nullable Occasion readOccasion(JsonDocument json, String name) {
    if (!json.has(name)) {
      return null;
    }
    JsonDocument occasion = json.object(name);
    return new Occasion(occasion.instant("at"), PurchaseId.of(occasion.text("purchase")));
  }

  private static JsonDocument write(Map<String, Classified> classes) {
    JsonDocument.Builder json = JsonDocument.builder();
    classes.forEach((kind, known) -> json.put(
        kind,
        JsonDocument.builder()
            .put("value", known.value())
            .put("asOf", known.asOf())
            .build()));
    return json.build();
  }

  private static SortedMap<String, Classified> readClasses(JsonDocument json) {
    if (json.names().isEmpty()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, Classified> classes = new TreeMap<>();
    for (String kind : json.names()) {
      JsonDocument known = json.object(kind);
      classes.put(kind, new Classified(known.text("value"), known.date("asOf")));
    }
    return classes;
  }
}
