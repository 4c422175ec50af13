package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.examples.analyse.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of the program, as a shell sees it. */
record Run(int exitCode, String out, String err) {

  static Run of(String... arguments) {
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Main.run(arguments);
      return new Run(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  /** The rows of a table without quoted cells, by the names of its columns. */
  static List<Map<String, String>> table(String csv) {
    List<String> lines = csv.lines().toList();
    String[] header = lines.get(0).replace("\"", "").split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  List<Map<String, String>> table() {
    return table(out);
  }

  /** The rows by their id. */
  Map<String, Map<String, String>> byId() {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    table().forEach(row -> rows.put(row.get("id"), row));
    return rows;
  }
}
