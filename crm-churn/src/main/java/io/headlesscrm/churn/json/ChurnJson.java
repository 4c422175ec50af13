package io.headlesscrm.churn.json;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.season.SeasonalProfile;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.json.JsonFormatException;
import java.util.List;

/**
 * Fitted models as small JSON documents and back, equal to the last bit. Version 1 of each kind will be readable by
 * every later version of this library.
 *
 * <pre>{@code
 * {"model": "bg-nbd", "unit": "week", "parameters": {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}}
 * }</pre>
 *
 * <p>is all that a document needs; what is written has beside it the version and the provenance. Members that a model
 * does not know are left alone.
 */
public final class ChurnJson {

  private static final List<ModelCodec<?>> CODECS = List.of(
      ModelCodec.BG_NBD,
      ModelCodec.MBG_NBD,
      ModelCodec.PARETO_NBD,
      ModelCodec.MBG_CNBD_K,
      ModelCodec.BG_BB,
      ModelCodec.COVARIATES,
      ModelCodec.SEASONAL,
      ModelCodec.PURCHASE_CYCLE,
      ModelCodec.BLEND);

  private ChurnJson() {}

  /**
   * A model as a document.
   *
   * @param model a purchase-process model of this library, with covariates, seasons or neither, a purchase cycle or a blend
   * @return of version 1
   * @throws IllegalArgumentException for another kind of scorer
   */
  public static JsonDocument toJson(ChurnScorer model) {
    for (ModelCodec<?> codec : CODECS) {
      if (codec.type().isInstance(model)) {
        return codec.write(model);
      }
    }
    throw new IllegalArgumentException(
        "model is a " + model.getClass().getName() + ", it must be one of " + names());
  }

  /**
   * A model from a document.
   *
   * @param json whose member {@code model} names the kind
   * @return the model; its class follows from the kind
   * @throws JsonFormatException when the document is damaged, foreign, from a later version or of an unknown kind
   */
  public static ChurnScorer toScorer(JsonDocument json) {
    String model = json.text("model");
    for (ModelCodec<?> codec : CODECS) {
      if (codec.model().equals(model)) {
        return codec.read(json);
      }
    }
    throw json.problem(
        "model",
        model,
        "must be one of " + names(),
        "Maybe a later version of the library wrote it?");
  }

  /**
   * A spend model as a document.
   *
   * @param model any
   * @return of version 1
   */
  public static JsonDocument toJson(GammaGamma model) {
    return ModelCodec.writeSpend(model);
  }

  /**
   * A spend model from a document.
   *
   * @param json whose member {@code model} is {@code gamma-gamma}
   * @return the model
   * @throws JsonFormatException when the document is damaged, foreign or from a later version
   */
  public static GammaGamma toSpendModel(JsonDocument json) {
    return ModelCodec.readSpend(json);
  }

  /**
   * A season as a document.
   *
   * @param profile any
   * @return of version 1
   */
  public static JsonDocument toJson(SeasonalProfile profile) {
    return SeasonCodec.write(profile);
  }

  /**
   * A season from a document.
   *
   * @param json whose member {@code profile} is {@code seasonal-profile}
   * @return the profile
   * @throws JsonFormatException when the document is damaged, foreign or from a later version
   */
  public static SeasonalProfile toSeasonalProfile(JsonDocument json) {
    return SeasonCodec.readAlone(json);
  }

  private static List<String> names() {
    return CODECS.stream().map(ModelCodec::model).toList();
  }
}
