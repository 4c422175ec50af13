package io.headlesscrm.churn.json;

import org.jspecify.annotations.Nullable;

/** A file that is not a model this library can read; the message says why in one sentence. */
public final class ModelFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ModelFileException(String message) {
    this(message, null);
  }

  ModelFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
