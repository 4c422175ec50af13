package io.headlesscrm.core.json;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Text to plain maps and lists, and back. */
final class JacksonCodec {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private static final JsonMapper COMPACT =
      MAPPER.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();

  private JacksonCodec() {}

  static Map<String, Object> parse(String json) {
    try {
      Map<String, Object> fields =
          MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
      if (fields == null) {
        throw new JsonFormatException(
            "the text is null, it must be a JSON object. Maybe the file is empty?");
      }
      return fields;
    } catch (JacksonException e) {
      // the parser's own message quotes the source, which may hold personal values
      throw new JsonFormatException("the text is not a JSON object: it breaks at " + place(e)
          + ". Maybe the file is cut short or of another kind?");
    }
  }

  static String write(Map<String, Object> fields) {
    return MAPPER.writeValueAsString(fields);
  }

  static String writeCompact(Map<String, Object> fields) {
    return COMPACT.writeValueAsString(fields);
  }

  private static String place(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null
        ? "its start"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
