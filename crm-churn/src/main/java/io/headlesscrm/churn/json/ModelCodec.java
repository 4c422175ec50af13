package io.headlesscrm.churn.json;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.bgbb.BgBb;
import io.headlesscrm.churn.bgbb.Cadence;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.season.SeasonalModel;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.core.evidence.EvidenceJson;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.time.TimeScale;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How the models of one kind are written to a document of version 1 and read back. */
record ModelCodec<S extends ChurnScorer>(
    String model,
    Class<S> type,
    BiConsumer<S, JsonDocument.Builder> writer,
    Function<JsonDocument, S> reader) {

  private static final int VERSION = 1;

  /** The unit of a BG/BB model that does not know how long an opportunity is. */
  private static final String OPPORTUNITY = "opportunity";

  static final ModelCodec<BgNbd> BG_NBD =
      new ModelCodec<>(BgNbd.NAME, BgNbd.class, ModelCodec::writeProcess, ModelCodec::readBgNbd);

  static final ModelCodec<MbgNbd> MBG_NBD =
      new ModelCodec<>(MbgNbd.NAME, MbgNbd.class, ModelCodec::writeProcess, ModelCodec::readMbgNbd);

  static final ModelCodec<ParetoNbd> PARETO_NBD = new ModelCodec<>(
      ParetoNbd.NAME, ParetoNbd.class, ModelCodec::writeProcess, ModelCodec::readParetoNbd);

  static final ModelCodec<PurchaseCycle> PURCHASE_CYCLE = new ModelCodec<>(
      PurchaseCycle.NAME, PurchaseCycle.class, ModelCodec::writeCycle, ModelCodec::readCycle);

  static final ModelCodec<MbgCnbdK> MBG_CNBD_K = new ModelCodec<>(
      MbgCnbdK.NAME, MbgCnbdK.class, ModelCodec::writeRegular, ModelCodec::readRegular);

  static final ModelCodec<BgBb> BG_BB =
      new ModelCodec<>(BgBb.NAME, BgBb.class, ModelCodec::writeBgBb, ModelCodec::readBgBb);
  static final ModelCodec<CovariateModel> COVARIATES = new ModelCodec<>(
      CovariateModel.NAME, CovariateModel.class, CovariateCodec::write, CovariateCodec::read);

  static final ModelCodec<SeasonalModel> SEASONAL = new ModelCodec<>(
      SeasonalModel.NAME, SeasonalModel.class, SeasonCodec::write, SeasonCodec::read);

  static final ModelCodec<Blend> BLEND = new ModelCodec<>(
      Blend.NAME,
      Blend.class,
      (blend, json) -> blend.writeTo(ChurnJson::toJson, json),
      json -> Blend.read(json, ChurnJson::toScorer));

  JsonDocument write(ChurnScorer scorer) {
    JsonDocument.Builder json = JsonDocument.builder().put("model", model).put("version", VERSION);
    writer.accept(type.cast(scorer), json);
    return json.build();
  }

  S read(JsonDocument json) {
    json.requireKind("model", model, VERSION);
    return reader.apply(json);
  }

  private static void writeProcess(PurchaseProcess model, JsonDocument.Builder json) {
    JsonDocument.Builder parameters = JsonDocument.builder();
    model.parameters().forEach((name, value) -> parameters.put(name, value.doubleValue()));
    json.put("unit", model.unit().name().toLowerCase(Locale.ROOT))
        .put("parameters", parameters.build());
    writeProvenance(model.findProvenance(), json);
  }

  private static BgNbd readBgNbd(JsonDocument json) {
    JsonDocument p = json.object("parameters");
    BgNbd model = BgNbd.of(
        unit(json), positive(p, "r"), positive(p, "alpha"), positive(p, "a"), positive(p, "b"));
    return findProvenance(json).map(model::withProvenance).orElse(model);
  }

  private static MbgNbd readMbgNbd(JsonDocument json) {
    JsonDocument p = json.object("parameters");
    MbgNbd model = MbgNbd.of(
        unit(json), positive(p, "r"), positive(p, "alpha"), positive(p, "a"), positive(p, "b"));
    return findProvenance(json).map(model::withProvenance).orElse(model);
  }

  private static ParetoNbd readParetoNbd(JsonDocument json) {
    JsonDocument p = json.object("parameters");
    ParetoNbd model = ParetoNbd.of(
        unit(json), positive(p, "r"), positive(p, "alpha"), positive(p, "s"), positive(p, "beta"));
    return findProvenance(json).map(model::withProvenance).orElse(model);
  }

  private static void writeRegular(MbgCnbdK model, JsonDocument.Builder json) {
    JsonDocument.Builder parameters = JsonDocument.builder();
    model.parameters().forEach((name, value) -> {
      if (name.equals("k")) {
        parameters.put(name, model.k());
      } else {
        parameters.put(name, value.doubleValue());
      }
    });
    json.put("unit", model.unit().name().toLowerCase(Locale.ROOT))
        .put("parameters", parameters.build());
    writeProvenance(model.findProvenance(), json);
  }

  private static MbgCnbdK readRegular(JsonDocument json) {
    JsonDocument p = json.object("parameters");
    long k = p.whole("k");
    if (k < 1 || k > 100) {
      throw p.problem("k", k, "must be in [1, 100]", "Maybe it is another parameter?");
    }
    MbgCnbdK model = MbgCnbdK.of(
        unit(json),
        (int) k,
        positive(p, "r"),
        positive(p, "alpha"),
        positive(p, "a"),
        positive(p, "b"));
    return findProvenance(json).map(model::withProvenance).orElse(model);
  }

  private static void writeBgBb(BgBb model, JsonDocument.Builder json) {
    JsonDocument.Builder parameters = JsonDocument.builder();
    model.parameters().forEach((name, value) -> parameters.put(name, value.doubleValue()));
    json.put("unit", model.findCadence().map(Cadence::toString).orElse(OPPORTUNITY))
        .put("parameters", parameters.build());
    writeProvenance(model.findProvenance(), json);
  }

  private static BgBb readBgBb(JsonDocument json) {
    JsonDocument p = json.object("parameters");
    BgBb bare = BgBb.of(
        positive(p, "alpha"), positive(p, "beta"), positive(p, "gamma"), positive(p, "delta"));
    BgBb model = findCadence(json).map(bare::withCadence).orElse(bare);
    return findProvenance(json).map(model::withProvenance).orElse(model);
  }

  private static Optional<Cadence> findCadence(JsonDocument json) {
    String name = json.has("unit") ? json.text("unit") : OPPORTUNITY;
    try {
      return name.equals(OPPORTUNITY) ? Optional.empty() : Optional.of(Cadence.parse(name));
    } catch (IllegalArgumentException e) {
      throw json.problem(
          "unit",
          name,
          "must be day, week, month, quarter, year or opportunity",
          "Maybe leave it out?");
    }
  }

  static JsonDocument writeSpend(GammaGamma model) {
    JsonDocument.Builder json =
        JsonDocument.builder().put("model", GammaGamma.NAME).put("version", VERSION);
    JsonDocument.Builder parameters = JsonDocument.builder();
    model.parameters().forEach((name, value) -> parameters.put(name, value.doubleValue()));
    json.put("parameters", parameters.build());
    writeProvenance(model.findProvenance(), json);
    return json.build();
  }

  static GammaGamma readSpend(JsonDocument json) {
    json.requireKind("model", GammaGamma.NAME, VERSION);
    JsonDocument p = json.object("parameters");
    GammaGamma model = GammaGamma.of(positive(p, "p"), positive(p, "q"), positive(p, "gamma"));
    return findProvenance(json).map(model::withProvenance).orElse(model);
  }

  private static void writeCycle(PurchaseCycle model, JsonDocument.Builder json) {
    json.put("unit", "day")
        .put(
            "parameters",
            JsonDocument.builder().put("typicalGap", model.typicalGap()).build());
    writeProvenance(model.findProvenance(), json);
  }

  private static PurchaseCycle readCycle(JsonDocument json) {
    double gap = positive(json.object("parameters"), "typicalGap");
    PurchaseCycle model = PurchaseCycle.of(unit(json).toDays(gap));
    return findProvenance(json).map(model::withProvenance).orElse(model);
  }

  static void writeProvenance(Optional<Provenance> provenance, JsonDocument.Builder json) {
    provenance.ifPresent(value -> json.put("provenance", EvidenceJson.toJson(value)));
  }

  static Optional<Provenance> findProvenance(JsonDocument json) {
    return json.has("provenance")
        ? Optional.of(EvidenceJson.toProvenance(json.object("provenance")))
        : Optional.empty();
  }

  private static TimeScale unit(JsonDocument json) {
    String name = json.text("unit");
    try {
      return TimeScale.parse(name);
    } catch (IllegalArgumentException e) {
      throw json.problem(
          "unit", name, "must be hour, day or week", "Maybe convert the parameters to weeks?");
    }
  }

  private static double positive(JsonDocument parameters, String name) {
    double value = parameters.number(name);
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw parameters.problem(
          name, value, "must be above 0 and finite", "Maybe it is the logarithm of the parameter?");
    }
    return value;
  }
}
