package io.headlesscrm.churn.json;

import io.headlesscrm.churn.covariate.CovariateColumn;
import io.headlesscrm.churn.covariate.CovariateEffect;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.covariate.LikelihoodRatioTest;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * A model with covariates: the plain model of the average customer, the covariates, and their effects by parameter. The
 * p-values are for people; they follow from the rest and are not read.
 */
final class CovariateCodec {

  private CovariateCodec() {}

  static void write(CovariateModel model, JsonDocument.Builder json) {
    json.put("average", ChurnJson.toJson(model.average()))
        .put("covariates", model.columns().stream().map(CovariateCodec::toJson).toList())
        .put("effects", effects(model));
    model
        .findTest()
        .ifPresent(test -> json.put(
            "test",
            JsonDocument.builder()
                .put("gain", test.gain())
                .put("degreesOfFreedom", test.degreesOfFreedom())
                .put("pValue", test.pValue())
                .build()));
    ModelCodec.writeProvenance(model.findProvenance(), json);
  }

  private static JsonDocument toJson(CovariateColumn column) {
    return JsonDocument.builder()
        .put("name", column.measure().name())
        .put("unit", column.measure().unit())
        .put("mean", column.mean())
        .put("deviation", column.deviation())
        .build();
  }

  private static List<JsonDocument> effects(CovariateModel model) {
    List<JsonDocument> documents = new ArrayList<>();
    int columns = model.columns().size();
    for (int from = 0; from < model.effects().size(); from += columns) {
      List<CovariateEffect> effects = model.effects().subList(from, from + columns);
      documents.add(JsonDocument.builder()
          .put("parameter", effects.get(0).parameter())
          .put(
              "coefficients",
              effects.stream().mapToDouble(CovariateEffect::coefficient).toArray())
          .put(
              "standardErrors",
              effects.stream().mapToDouble(CovariateEffect::standardError).toArray())
          .put("pValues", effects.stream().mapToDouble(CovariateEffect::pValue).toArray())
          .build());
    }
    return documents;
  }

  static CovariateModel read(JsonDocument json) {
    List<CovariateColumn> columns =
        json.objects("covariates").stream().map(CovariateCodec::column).toList();
    PurchaseProcess average = average(json);
    List<CovariateEffect> effects = new ArrayList<>();
    json.objects("effects").forEach(one -> addEffects(one, average, columns, effects));
    CovariateModel model;
    try {
      model = CovariateModel.of(average, columns, effects);
    } catch (IllegalArgumentException e) {
      throw json.problem(
          "covariates",
          columns.size() + " with " + effects.size() + " effects",
          "must be at least one, and no covariate or parameter may come twice",
          "Maybe the file is damaged?");
    }
    if (json.has("test")) {
      model = model.withTest(test(json.object("test")));
    }
    return ModelCodec.findProvenance(json).map(model::withProvenance).orElse(model);
  }

  private static PurchaseProcess average(JsonDocument json) {
    JsonDocument average = json.object("average");
    if (ChurnJson.toScorer(average) instanceof PurchaseProcess process) {
      return process;
    }
    throw average.problem(
        "model",
        average.text("model"),
        "must be a purchase-process model",
        "Maybe the file belongs to another model?");
  }

  private static CovariateColumn column(JsonDocument json) {
    double mean = json.number("mean");
    double deviation = json.number("deviation");
    if (!Double.isFinite(mean) || !(deviation > 0) || deviation == Double.POSITIVE_INFINITY) {
      throw json.problem(
          "deviation",
          deviation,
          "must be above 0 and finite, beside a finite mean",
          "Maybe the covariate is the same for all customers?");
    }
    return new CovariateColumn(
        Measure.of(
            json.parsed("name", "must not be blank", CovariateCodec::notBlank), json.text("unit")),
        mean,
        deviation);
  }

  private static String notBlank(String name) {
    return Measure.of(name, "").name();
  }

  private static void addEffects(
      JsonDocument json,
      PurchaseProcess average,
      List<CovariateColumn> columns,
      List<CovariateEffect> effects) {
    String parameter = json.text("parameter");
    if (!average.parameters().containsKey(parameter)) {
      throw json.problem(
          "parameter",
          parameter,
          "must be one of " + average.parameters().keySet(),
          "Maybe the file belongs to another model?");
    }
    double[] coefficients = numbers(json, "coefficients", columns.size());
    double[] errors = numbers(json, "standardErrors", columns.size());
    for (int column = 0; column < columns.size(); column++) {
      if (!Double.isFinite(coefficients[column]) || errors[column] < 0) {
        throw json.problem(
            "coefficients[" + column + "]",
            coefficients[column],
            "must be finite and its standard error at least 0",
            "Maybe the file is damaged?");
      }
      effects.add(new CovariateEffect(
          columns.get(column).measure(), parameter, coefficients[column], errors[column]));
    }
  }

  private static double[] numbers(JsonDocument json, String name, int size) {
    double[] numbers = json.numbers(name);
    if (numbers.length != size) {
      throw json.problem(
          name,
          numbers.length + " numbers",
          "must be one for each of " + size + " covariates",
          "Maybe the file is damaged?");
    }
    return numbers;
  }

  private static LikelihoodRatioTest test(JsonDocument json) {
    double gain = json.number("gain");
    long degrees = json.whole("degreesOfFreedom");
    if (!(gain >= 0) || degrees < 1 || degrees > Integer.MAX_VALUE) {
      throw json.problem(
          "gain",
          gain,
          "must be at least 0, with at least one degree of freedom",
          "Maybe the file is damaged?");
    }
    return new LikelihoodRatioTest(gain, (int) degrees);
  }
}
