package io.headlesscrm.churn.json;

import io.headlesscrm.churn.ChurnScorer;
import java.util.List;

/**
 * Writes fitted models as small JSON documents and reads them back, equal to the last bit.
 *
 * <pre>{@code
 * {"model": "bg-nbd", "unit": "week", "parameters": {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}}
 * }</pre>
 *
 * <p>is all that a file needs; what is written has beside it the format with its version and the provenance. Keys that
 * a model does not know are left alone. Version 1 stays readable in every later version of this library.
 */
public final class ChurnJson {

  private static final List<ModelKind<?>> KINDS =
      List.of(ModelKind.BG_NBD, ModelKind.MBG_NBD, ModelKind.PURCHASE_CYCLE);

  private ChurnJson() {}

  /**
   * A model as JSON.
   *
   * @param model BG/NBD, MBG/NBD or a purchase cycle
   * @return a document of version 1, indented
   * @throws IllegalArgumentException for another kind of scorer
   */
  public static String write(ChurnScorer model) {
    for (ModelKind<?> kind : KINDS) {
      if (kind.type().isInstance(model)) {
        return DocumentFormat.write(kind.write(model));
      }
    }
    throw new IllegalArgumentException(
        "model is a " + model.getClass().getName() + ", it must be one of " + names());
  }

  /**
   * A model from JSON.
   *
   * @param json a document of version 1
   * @return the model; its class follows from the document
   * @throws ModelFileException when the text is damaged, no model file, of a later version or an unknown kind
   */
  public static ChurnScorer read(String json) {
    ModelDocument document = DocumentFormat.read(json);
    for (ModelKind<?> kind : KINDS) {
      if (kind.name().equals(document.model())) {
        return read(kind, document);
      }
    }
    throw new ModelFileException(
        "the file's model is \"" + document.model() + "\", it must be one of " + names());
  }

  private static ChurnScorer read(ModelKind<?> kind, ModelDocument document) {
    try {
      return kind.reader().apply(document);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException("the file's parameters cannot be: " + e.getMessage(), e);
    }
  }

  private static List<String> names() {
    return KINDS.stream().map(ModelKind::name).toList();
  }
}
