package io.headlesscrm.churn.blend;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.supervised.Detail;
import io.headlesscrm.churn.supervised.Features;
import io.headlesscrm.churn.supervised.LinearPredictor;
import io.headlesscrm.churn.supervised.RidgeRegression;
import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.json.JsonDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a blend is written: its models as documents of their own, what was learnt as numbers by column. */
final class BlendForm {

  private BlendForm() {}

  static void write(
      Blend blend, Function<ChurnScorer, JsonDocument> models, JsonDocument.Builder json) {
    blend.findCycle().ifPresent(cycle -> json.put("cycle", models.apply(cycle)));
    json.put("models", blend.models().stream().map(models).toList());
    blend.pool().regular().ifPresent(model -> json.put("regular", models.apply(model)));
    blend.findLearned().ifPresent(learned -> json.put("learned", write(learned)));
    blend.findSeason().ifPresent(season -> json.put("season", season.toJson()));
    json.put("provenance", EvidenceJson.toJson(blend.provenance()));
  }

  private static JsonDocument write(Learned learned) {
    return JsonDocument.builder()
        .put("windows", learned.features().windows())
        .put("detail", learned.features().detail().toString())
        .put("modelWeight", learned.modelWeight())
        .put("alone", write(learned.alone()))
        .put("beside", write(learned.beside()))
        .put("counts", write(learned.counts()))
        .build();
  }

  private static JsonDocument write(LinearPredictor predictor) {
    return JsonDocument.builder()
        .put("intercept", predictor.intercept())
        .put("means", predictor.means())
        .put("coefficients", predictor.coefficients())
        .put("standardErrors", predictor.standardErrors())
        .build();
  }

  static Blend read(JsonDocument json, Function<JsonDocument, ChurnScorer> models) {
    var provenance = EvidenceJson.toProvenance(json.object("provenance"));
    if (json.has("cycle")) {
      return Blend.of(
          scorer(json, models.apply(json.object("cycle")), PurchaseCycle.class), provenance);
    }
    List<PurchaseProcess> processes = json.objects("models").stream()
        .map(model -> scorer(json, models.apply(model), PurchaseProcess.class))
        .toList();
    if (processes.isEmpty()) {
      throw json.problem("models", "[]", "must not be empty", "Maybe the file is damaged?");
    }
    ModelPool pool = new ModelPool(
        processes,
        json.has("regular")
            ? Optional.of(scorer(json, models.apply(json.object("regular")), MbgCnbdK.class))
            : Optional.empty());
    return Blend.of(
        pool,
        json.has("learned") ? Optional.of(learned(json.object("learned"), pool)) : Optional.empty(),
        json.has("season") ? Optional.of(Season.read(json.object("season"))) : Optional.empty(),
        provenance);
  }

  private static <S> S scorer(JsonDocument json, ChurnScorer scorer, Class<S> type) {
    if (!type.isInstance(scorer)) {
      throw json.problem(
          "models",
          scorer.getClass().getSimpleName(),
          "must be of the kind " + type.getSimpleName(),
          "Maybe the file is damaged?");
    }
    return type.cast(scorer);
  }

  private static Learned learned(JsonDocument json, ModelPool pool) {
    Features features = Features.ofWindows(Math.toIntExact(json.whole("windows")), detail(json));
    return new Learned(
        features,
        predictor(json.object("alone"), RidgeRegression.of(features)),
        predictor(json.object("beside"), Learned.beside(features, pool)),
        predictor(json.object("counts"), Learned.counts(features, pool)),
        json.number("modelWeight"));
  }

  private static Detail detail(JsonDocument json) {
    for (Detail detail : Detail.values()) {
      if (detail.toString().equals(json.text("detail"))) {
        return detail;
      }
    }
    throw json.problem(
        "detail",
        json.text("detail"),
        "must be one of " + List.of(Detail.values()),
        "Maybe a later version of the library wrote it?");
  }

  private static LinearPredictor predictor(JsonDocument json, RidgeRegression regression) {
    int columns = regression.names().size();
    return LinearPredictor.of(
        regression.names(),
        json.number("intercept"),
        numbers(json, "means", columns),
        numbers(json, "coefficients", columns),
        numbers(json, "standardErrors", columns));
  }

  private static double[] numbers(JsonDocument json, String name, int columns) {
    double[] numbers = json.numbers(name);
    if (numbers.length != columns) {
      throw json.problem(
          name,
          numbers.length + " numbers",
          "must have " + columns,
          "Maybe a later version of the library wrote it?");
    }
    return numbers;
  }
}
