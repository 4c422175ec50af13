package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.examples.analyse.table.MeasuresFile;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.rule.RuleSet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which segmentations are asked for beside RFM and ABC, and what the host brings for them. Immutable. */
public final class FurtherSegmentations {

  private final List<FurtherSegmentation> asked;
  private final boolean byName;
  private final @Nullable MeasuresFile measures;
  private final @Nullable RuleSet rules;

  private FurtherSegmentations(
      List<FurtherSegmentation> asked,
      boolean byName,
      @Nullable MeasuresFile measures,
      @Nullable RuleSet rules) {
    this.asked = asked;
    this.byName = byName;
    this.measures = measures;
    this.rules = rules;
  }

  /**
   * The segmentations of that names.
   *
   * @param names with commas, or all or none
   * @return with purchases alone to look at
   * @throws IllegalArgumentException for another name
   */
  public static FurtherSegmentations parse(String names) {
    if (names.equals("all")) {
      return new FurtherSegmentations(List.of(FurtherSegmentation.values()), false, null, null);
    }
    List<String> asked = names.equals("none") ? List.of() : Arrays.asList(names.split(",", -1));
    List<String> known = Arrays.stream(FurtherSegmentation.values())
        .map(FurtherSegmentation::toString)
        .toList();
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("--segmentations has \"" + name
            + "\", it must be all, none or some of " + String.join(", ", known) + ".");
      }
    }
    List<FurtherSegmentation> found = Arrays.stream(FurtherSegmentation.values())
        .filter(value -> asked.contains(value.toString()))
        .toList();
    return new FurtherSegmentations(found, true, null, null);
  }

  /**
   * The same with measures of the customers.
   *
   * @param file null: none
   * @return a copy
   */
  public FurtherSegmentations withMeasures(@Nullable MeasuresFile file) {
    return new FurtherSegmentations(asked, byName, file, rules);
  }

  /**
   * The same with rules of the host's own.
   *
   * @param own null: none
   * @return a copy
   */
  public FurtherSegmentations withRules(@Nullable RuleSet own) {
    return new FurtherSegmentations(asked, byName, measures, own);
  }

  /**
   * The bounds of the columns that the segmentations know by name.
   *
   * @return answers from 1 to 5, shares from 0 to 1, costs and needs from 0 on
   */
  public static Map<String, MeasuresFile.Range> ranges() {
    return HostMeasures.RANGES;
  }

  CustomerBase addMeasures(CustomerBase base) {
    return measures == null ? base : measures.addTo(base);
  }

  /**
   * All that can be made of what there is.
   *
   * @throws IllegalArgumentException when one that was asked for by name lacks something
   */
  Map<FurtherSegmentation, Segmentation> segment(CustomerBase base, PurchaseLog log) {
    SegmentationInput input = new SegmentationInput(base, log, Optional.ofNullable(rules));
    Map<FurtherSegmentation, Segmentation> made = new EnumMap<>(FurtherSegmentation.class);
    for (FurtherSegmentation each : asked) {
      List<String> missing = each.missing(input);
      if (missing.isEmpty()) {
        made.put(each, each.of(input));
      } else if (byName) {
        throw new IllegalArgumentException("--segmentations has " + each + ", which needs "
            + String.join(", ", missing)
            + ". Maybe give a file with these columns as --measures, or rules as --rules?");
      }
    }
    return made;
  }

  /** What each lacks that was asked for with all the others and could not be made. */
  Map<FurtherSegmentation, List<String>> missing(CustomerBase base, PurchaseLog log) {
    SegmentationInput input = new SegmentationInput(base, log, Optional.ofNullable(rules));
    Map<FurtherSegmentation, List<String>> missing = new EnumMap<>(FurtherSegmentation.class);
    for (FurtherSegmentation each : asked) {
      List<String> lacks = each.missing(input);
      if (!lacks.isEmpty()) {
        missing.put(each, lacks);
      }
    }
    return missing;
  }
}
