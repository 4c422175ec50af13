package io.headlesscrm.segmentation.json;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.segmentation.SegmentationModel;

/**
 * Writes and reads the models of one kind. A host has one for a strategy of its own.
 *
 * @param <M> the type of the models
 */
public interface ModelCodec<M extends SegmentationModel> {

  /**
   * The kind of the models, as {@link SegmentationModel#kind()} and the member {@code kind} of the document say it.
   *
   * @return such as {@code rfm}
   */
  String kind();

  /**
   * The version that is written, and the newest one that can be read.
   *
   * @return at least 1
   */
  int version();

  /**
   * The type of the models.
   *
   * @return the class
   */
  Class<M> type();

  /**
   * Adds everything but kind and version to a document.
   *
   * @param model what is written
   * @param json where to
   */
  void write(M model, JsonDocument.Builder json);

  /**
   * A model from a document.
   *
   * @param json what {@link #write} wrote
   * @param version from 1 to {@link #version()}
   * @return equal to the model that was written
   * @throws IllegalArgumentException when the document is damaged
   */
  M read(JsonDocument json, int version);
}
