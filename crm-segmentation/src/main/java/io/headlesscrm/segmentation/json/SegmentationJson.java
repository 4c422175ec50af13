package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.json.JsonFormatException;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.abc.DemandRegularity;
import io.headlesscrm.segmentation.loyalty.Attachment;
import io.headlesscrm.segmentation.loyalty.LoyaltyQuadrant;
import io.headlesscrm.segmentation.pyramid.Pyramid;
import io.headlesscrm.segmentation.rule.RuleSet;
import io.headlesscrm.segmentation.satisfaction.SatisfactionLoyalty;
import io.headlesscrm.segmentation.value.ProfitGrowth;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.util.Map;
import java.util.TreeMap;

/**
 * Frozen models as JSON and back. Every document names its kind and version; version 1 of each kind will be readable by
 * every later version of this library.
 *
 * <pre>{@code
 * String stored = SegmentationJson.standard().toJson(model).toString();
 * SegmentationModel again = SegmentationJson.standard().toModel(JsonDocument.parse(stored));
 * }</pre>
 *
 * <p>Immutable and thread-safe. A model that splits equal values by id holds the ids at its cuts.
 */
public final class SegmentationJson {

  private static final SegmentationJson STANDARD = new SegmentationJson(Map.of())
      .with(new RfmCodec())
      .with(new AbcCodec())
      .with(new LifecycleCodec())
      .with(new GridCodec(Pyramid.KIND))
      .with(new GridCodec(ValueMatrix.KIND))
      .with(new GridCodec(ProfitGrowth.KIND))
      .with(new GridCodec(LoyaltyQuadrant.KIND))
      .with(new GridCodec(Attachment.KIND))
      .with(new GridCodec(SatisfactionLoyalty.KIND))
      .with(new OrientationCodec())
      .with(new GridCodec(RuleSet.KIND))
      .with(new ClusterCodec())
      .with(new GridCodec(DemandRegularity.KIND))
      .with(new NestedRfmCodec())
      .with(new CrossingCodec())
      .with(new WithinGroupsCodec());

  private final Map<String, ModelCodec<?>> codecs;

  private SegmentationJson(Map<String, ModelCodec<?>> codecs) {
    this.codecs = codecs;
  }

  /**
   * Reads and writes the models of this library.
   *
   * @return one kind for each strategy, such as {@code abc} and {@code rfm}
   */
  public static SegmentationJson standard() {
    return STANDARD;
  }

  /**
   * The same, and models of one kind more.
   *
   * @param codec of a strategy of the host's own
   * @return a new reader and writer
   * @throws IllegalArgumentException when the kind is known already
   */
  public SegmentationJson with(ModelCodec<?> codec) {
    if (codecs.containsKey(codec.kind())) {
      throw new IllegalArgumentException("kind is \"" + codec.kind()
          + "\", which has a codec already. Maybe choose another name?");
    }
    Map<String, ModelCodec<?>> more = new TreeMap<>(codecs);
    more.put(codec.kind(), codec);
    return new SegmentationJson(more);
  }

  /**
   * A model as a document.
   *
   * @param model of a known kind
   * @return the document
   * @throws IllegalArgumentException when nobody knows how to write such a model
   */
  public JsonDocument toJson(SegmentationModel model) {
    ModelCodec<?> codec = codecs.get(model.kind());
    if (codec == null) {
      throw new IllegalArgumentException(
          "kind of the model is \"" + model.kind() + "\", it must be one of " + codecs.keySet()
              + ". Maybe register its codec with with(...)?");
    }
    return write(codec, model);
  }

  private static <M extends SegmentationModel> JsonDocument write(
      ModelCodec<M> codec, SegmentationModel model) {
    JsonDocument.Builder json =
        JsonDocument.builder().put("kind", codec.kind()).put("version", codec.version());
    codec.write(codec.type().cast(model), json);
    return json.build();
  }

  /**
   * A model from a document.
   *
   * @param json as {@link #toJson} writes it
   * @return equal to the model that was written
   * @throws JsonFormatException when the document is damaged, foreign or from a later version
   */
  public SegmentationModel toModel(JsonDocument json) {
    String kind = json.text("kind");
    ModelCodec<?> codec = codecs.get(kind);
    if (codec == null) {
      throw json.problem(
          "kind",
          kind,
          "must be one of " + codecs.keySet(),
          "Maybe the file belongs to another model?");
    }
    int version = json.requireKind("kind", kind, codec.version());
    try {
      return codec.read(json, version);
    } catch (JsonFormatException e) {
      throw e;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw json.problem("kind", kind, "must hold a sound model", String.valueOf(e.getMessage()));
    }
  }
}
