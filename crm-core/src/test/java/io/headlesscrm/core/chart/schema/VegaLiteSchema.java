package io.headlesscrm.core.chart.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON schema of Vega-Lite 6.4.3 (University of Washington Interactive Data Lab, BSD-3-Clause, as its npm package has
 * it), and as much of a validator for draft 07 as it uses; formats are not looked at.
 */
public final class VegaLiteSchema {

  private static final String FILE = "vega-lite-6.4.3-schema.json.gz";

  private final JsonNode root;

  private VegaLiteSchema(JsonNode root) {
    this.root = root;
  }

  public static VegaLiteSchema read() {
    try (InputStream in = new GZIPInputStream(VegaLiteSchema.class.getResourceAsStream(FILE))) {
      return new VegaLiteSchema(JsonMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a specification; empty when it is valid. */
  public List<String> problems(String specification) {
    return problems(JsonMapper.shared().readTree(specification), root, "");
  }

  private List<String> problems(JsonNode value, JsonNode schema, String path) {
    if (schema.isBoolean()) {
      return schema.booleanValue() ? List.of() : List.of(path + " is not allowed");
    }
    List<String> problems = new ArrayList<>();
    if (schema.has("$ref")) {
      String name = schema.get("$ref").stringValue().substring("#/definitions/".length());
      problems.addAll(problems(value, root.get("definitions").get(decoded(name)), path));
    }
    if (schema.has("anyOf") || schema.has("oneOf")) {
      problems.addAll(
          anyOf(value, schema.has("anyOf") ? schema.get("anyOf") : schema.get("oneOf"), path));
    }
    if (schema.has("not") && problems(value, schema.get("not"), path).isEmpty()) {
      problems.add(path + " is what it must not be");
    }
    if (schema.has("type") && !isOfType(value, schema.get("type"))) {
      problems.add(path + " must be of type " + schema.get("type"));
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      problems.add(path + " must be " + schema.get("const"));
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      problems.add(path + " must be one of " + schema.get("enum"));
    }
    if (value.isNumber()) {
      addRange(value, schema, path, problems);
    }
    if (value.isArray()) {
      addItems(value, schema, path, problems);
    }
    if (value.isObject()) {
      addProperties(value, schema, path, problems);
    }
    return problems;
  }

  private static String decoded(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }

  private List<String> anyOf(JsonNode value, JsonNode schemas, String path) {
    List<String> fewest = null;
    for (JsonNode schema : schemas) {
      List<String> problems = problems(value, schema, path);
      if (problems.isEmpty()) {
        return problems;
      }
      fewest = fewest == null || problems.size() < fewest.size() ? problems : fewest;
    }
    return fewest == null ? List.of() : fewest;
  }

  private static boolean isOfType(JsonNode value, JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(value, one)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.stringValue()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }

  private static boolean contains(JsonNode allowed, JsonNode value) {
    for (JsonNode one : allowed) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static void addRange(
      JsonNode value, JsonNode schema, String path, List<String> problems) {
    if (schema.has("minimum") && value.doubleValue() < schema.get("minimum").doubleValue()) {
      problems.add(path + " is below " + schema.get("minimum"));
    }
    if (schema.has("maximum") && value.doubleValue() > schema.get("maximum").doubleValue()) {
      problems.add(path + " is above " + schema.get("maximum"));
    }
  }

  private void addItems(JsonNode value, JsonNode schema, String path, List<String> problems) {
    if (schema.has("minItems") && value.size() < schema.get("minItems").intValue()
        || schema.has("maxItems") && value.size() > schema.get("maxItems").intValue()) {
      problems.add(path + " has " + value.size() + " items");
    }
    if (schema.has("items") && !schema.get("items").isArray()) {
      for (int i = 0; i < value.size(); i++) {
        problems.addAll(problems(value.get(i), schema.get("items"), path + "[" + i + "]"));
      }
    }
  }

  private void addProperties(JsonNode value, JsonNode schema, String path, List<String> problems) {
    if (schema.has("required")) {
      for (JsonNode name : schema.get("required")) {
        if (!value.has(name.stringValue())) {
          problems.add(path + "." + name.stringValue() + " is missing");
        }
      }
    }
    JsonNode known = schema.get("properties");
    JsonNode others = schema.get("additionalProperties");
    for (String name : value.propertyNames()) {
      if (known != null && known.has(name)) {
        problems.addAll(problems(value.get(name), known.get(name), path + "." + name));
      } else if (others != null) {
        problems.addAll(problems(value.get(name), others, path + "." + name));
      }
    }
  }
}
