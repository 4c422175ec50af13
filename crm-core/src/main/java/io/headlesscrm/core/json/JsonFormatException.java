package io.headlesscrm.core.json;

/** A JSON text that is damaged, of another kind or from a later version; the message says where and what was expected. */
public final class JsonFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  JsonFormatException(String message) {
    super(message);
  }
}
