package io.headlesscrm.core.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a document that hold no others, by their paths. */
final class JsonLeaves {

  private final Map<String, String> leaves = new LinkedHashMap<>();

  private JsonLeaves() {}

  static Map<String, String> of(Map<String, Object> fields) {
    JsonLeaves all = new JsonLeaves();
    all.addMembers("", fields);
    return all.leaves;
  }

  private void addMembers(String prefix, Map<?, ?> members) {
    members.forEach((name, value) -> add(prefix + name, value));
  }

  private void add(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      addMembers(path + ".", members);
    } else if (value instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        add(path + "[" + i + "]", elements.get(i));
      }
    } else if (value != null) {
      leaves.put(path, value.toString());
    }
  }
}
