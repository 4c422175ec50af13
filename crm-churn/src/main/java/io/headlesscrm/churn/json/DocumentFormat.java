package io.headlesscrm.churn.json;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The layout of version 1. Keys that it does not name are left alone, so that a file may carry more, such as how the
 * fit went; what it does name must be as it says.
 */
final class DocumentFormat {

  private static final String FORMAT = "headless-crm/churn-model";
  private static final int VERSION = 1;

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private DocumentFormat() {}

  static String write(ModelDocument document) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("model", document.model());
    root.put("unit", document.unit().name().toLowerCase(Locale.ROOT));
    ObjectNode parameters = root.putObject("parameters");
    document.parameters().forEach(parameters::put);
    document.provenance().ifPresent(provenance -> write(provenance, root.putObject("provenance")));
    return MAPPER.writeValueAsString(root);
  }

  private static void write(Provenance provenance, ObjectNode node) {
    node.put("method", provenance.method());
    ObjectNode parameters = node.putObject("parameters");
    provenance.parameters().forEach(parameters::put);
    node.put("start", provenance.window().start().toString());
    node.put("end", provenance.window().end().toString());
    node.put("customers", provenance.customers());
    node.put("libraryVersion", provenance.libraryVersion());
  }

  static ModelDocument read(String json) {
    JsonNode root = parse(json);
    if (!root.isObject() || !root.path("model").isString()) {
      throw new ModelFileException(
          "this is no model file: it must be a JSON object with a text \"model\", such as \"bg-nbd\"");
    }
    requireFormat(root);
    return new ModelDocument(
        text(root, "model"), unit(root), parameters(root), provenance(root.path("provenance")));
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new ModelFileException(
          "this is no model file, it is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /** A file written by hand may leave both out; one of another program or a later version must not pass. */
  private static void requireFormat(JsonNode root) {
    if (root.has("format") && !text(root, "format").equals(FORMAT)) {
      throw new ModelFileException(
          "the file's format is \"" + text(root, "format") + "\", it must be \"" + FORMAT + "\"");
    }
    JsonNode version = root.path("version");
    if (!version.isMissingNode() && !(version.isInt() && version.intValue() == VERSION)) {
      throw new ModelFileException(
          "the file's version is " + version + ", this library reads version " + VERSION
              + ". Maybe a later version of the library wrote it?");
    }
  }

  private static TimeScale unit(JsonNode root) {
    try {
      return TimeScale.parse(text(root, "unit"));
    } catch (IllegalArgumentException e) {
      throw new ModelFileException("the file's time cannot be: " + e.getMessage(), e);
    }
  }

  private static Map<String, Double> parameters(JsonNode root) {
    JsonNode node = root.path("parameters");
    if (!node.isObject()) {
      throw new ModelFileException("\"parameters\" must be an object of numbers by name");
    }
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isNumber()) {
        throw new ModelFileException("parameter \"" + entry.getKey() + "\" is " + entry.getValue()
            + ", it must be a number");
      }
      parameters.put(entry.getKey(), entry.getValue().doubleValue());
    }
    return parameters;
  }

  private static Optional<Provenance> provenance(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    try {
      SortedMap<String, String> parameters = new TreeMap<>();
      for (Map.Entry<String, JsonNode> entry : node.path("parameters").properties()) {
        parameters.put(entry.getKey(), entry.getValue().asString());
      }
      ObservationWindow window = new ObservationWindow(
          LocalDate.parse(text(node, "start")), LocalDate.parse(text(node, "end")));
      return Optional.of(new Provenance(
          text(node, "method"),
          parameters,
          window,
          node.path("customers").asInt(),
          text(node, "libraryVersion")));
    } catch (RuntimeException e) {
      throw new ModelFileException("\"provenance\" is damaged: " + e, e);
    }
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isString()) {
      throw new ModelFileException("the file must have a text \"" + key + "\"");
    }
    return value.stringValue();
  }
}
