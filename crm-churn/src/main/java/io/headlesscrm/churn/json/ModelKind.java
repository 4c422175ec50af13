package io.headlesscrm.churn.json;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.core.time.TimeScale;
import java.util.Map;
import java.util.function.Function;

/** How a kind of model is written to a document and read back. */
record ModelKind<S extends ChurnScorer>(
    String name,
    Class<S> type,
    Function<S, ModelDocument> writer,
    Function<ModelDocument, S> reader) {

  static final ModelKind<BgNbd> BG_NBD = new ModelKind<>(
      BgNbd.NAME,
      BgNbd.class,
      model ->
          new ModelDocument(BgNbd.NAME, model.unit(), model.parameters(), model.findProvenance()),
      ModelKind::readBgNbd);

  static final ModelKind<MbgNbd> MBG_NBD = new ModelKind<>(
      MbgNbd.NAME,
      MbgNbd.class,
      model ->
          new ModelDocument(MbgNbd.NAME, model.unit(), model.parameters(), model.findProvenance()),
      ModelKind::readMbgNbd);

  static final ModelKind<PurchaseCycle> PURCHASE_CYCLE = new ModelKind<>(
      PurchaseCycle.NAME,
      PurchaseCycle.class,
      model -> new ModelDocument(
          PurchaseCycle.NAME,
          TimeScale.DAY,
          Map.of("typicalGap", model.typicalGap()),
          model.findProvenance()),
      ModelKind::readPurchaseCycle);

  ModelDocument write(ChurnScorer model) {
    return writer.apply(type.cast(model));
  }

  private static BgNbd readBgNbd(ModelDocument file) {
    BgNbd model = BgNbd.of(
        file.unit(),
        file.parameter("r"),
        file.parameter("alpha"),
        file.parameter("a"),
        file.parameter("b"));
    return file.provenance().map(model::withProvenance).orElse(model);
  }

  private static MbgNbd readMbgNbd(ModelDocument file) {
    MbgNbd model = MbgNbd.of(
        file.unit(),
        file.parameter("r"),
        file.parameter("alpha"),
        file.parameter("a"),
        file.parameter("b"));
    return file.provenance().map(model::withProvenance).orElse(model);
  }

  private static PurchaseCycle readPurchaseCycle(ModelDocument file) {
    PurchaseCycle model = PurchaseCycle.of(file.unit().toDays(file.parameter("typicalGap")));
    return file.provenance().map(model::withProvenance).orElse(model);
  }
}
