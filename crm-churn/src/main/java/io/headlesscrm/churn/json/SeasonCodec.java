package io.headlesscrm.churn.json;

import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.season.SeasonGrain;
import io.headlesscrm.churn.season.SeasonalModel;
import io.headlesscrm.churn.season.SeasonalProfile;
import io.headlesscrm.core.json.JsonDocument;

/** A seasonal model: the plain one by the clock of the season, and the season. */
final class SeasonCodec {

  private static final String PROFILE = "seasonal-profile";
  private static final int VERSION = 1;

  private SeasonCodec() {}

  static void write(SeasonalModel model, JsonDocument.Builder json) {
    json.put("process", ChurnJson.toJson(model.process()));
    writeProfile(model.profile(), json);
    ModelCodec.writeProvenance(model.findProvenance(), json);
  }

  static SeasonalModel read(JsonDocument json) {
    JsonDocument process = json.object("process");
    if (!(ChurnJson.toScorer(process) instanceof BetaGeometricModel plain)) {
      throw process.problem(
          "model",
          process.text("model"),
          "must be bg-nbd or mbg-nbd",
          "Maybe the file belongs to another model?");
    }
    SeasonalModel model = SeasonalModel.of(plain, readProfile(json));
    return ModelCodec.findProvenance(json).map(model::withProvenance).orElse(model);
  }

  static JsonDocument write(SeasonalProfile profile) {
    JsonDocument.Builder json =
        JsonDocument.builder().put("profile", PROFILE).put("version", VERSION);
    writeProfile(profile, json);
    return json.build();
  }

  static SeasonalProfile readAlone(JsonDocument json) {
    json.requireKind("profile", PROFILE, VERSION);
    return readProfile(json);
  }

  private static void writeProfile(SeasonalProfile profile, JsonDocument.Builder json) {
    json.put("grain", profile.grain().toString()).put("factors", profile.factors());
  }

  private static SeasonalProfile readProfile(JsonDocument json) {
    SeasonGrain grain = json.parsed("grain", "must be month or week", SeasonGrain::parse);
    double[] factors = json.numbers("factors");
    try {
      return SeasonalProfile.of(grain, factors);
    } catch (IllegalArgumentException e) {
      throw json.problem(
          "factors",
          factors.length + " numbers",
          "must be " + grain.slots() + ", each above 0 and finite",
          "Maybe the file is damaged?");
    }
  }
}
