package io.headlesscrm.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies of members in which texts are others; names, numbers and truth values stay. */
final class JsonTexts {

  private final UnaryOperator<String> change;

  JsonTexts(UnaryOperator<String> change) {
    this.change = change;
  }

  Map<String, Object> changed(Map<String, Object> fields) {
    Map<String, Object> copy = new LinkedHashMap<>();
    fields.forEach((name, value) -> put(copy, name, value));
    return copy;
  }

  private void put(Map<String, Object> copy, Object name, @Nullable Object value) {
    if (value != null) {
      copy.put((String) name, changed(value));
    }
  }

  private Object changed(Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, Object> copy = new LinkedHashMap<>();
      members.forEach((name, member) -> put(copy, name, member));
      return copy;
    }
    if (value instanceof List<?> elements) {
      List<Object> copy = new ArrayList<>();
      elements.forEach(element -> copy.add(changed(element)));
      return copy;
    }
    return value instanceof String text ? change.apply(text) : value;
  }
}
