package io.headlesscrm.segmentation.lifecycle;

import io.headlesscrm.segmentation.Segment;
import java.util.Arrays;
import java.util.List;

/** The stages of those who have bought; prospects and targets, who have not, are in no base. */
public enum Stage {
  /** Bought on several days, often enough to have a rhythm, and is within it. */
  REPEATING("repeating", "Repeating", "重复购买客户", 6),
  /** Came back after a silence that had made it lapsed, and is within its rhythm. */
  WON_BACK("won-back", "Won back", "赢回客户", 5),
  /** Came back once or so, and is within its rhythm. */
  ACTIVE("active", "Active", "活跃客户", 4),
  /** Bought on one day, not long ago. */
  NEW("new", "New", "新客户", 3),
  /** Silent for longer than its rhythm explains. */
  SLIPPING("slipping", "Slipping", "流失预警客户", 2),
  /** Silent for so long that it must be taken for lost. */
  LAPSED("lapsed", "Lapsed", "已流失客户", 1);

  private final String code;
  private final String englishName;
  private final String chineseName;
  private final int rank;

  Stage(String code, String englishName, String chineseName, int rank) {
    this.code = code;
    this.englishName = englishName;
    this.chineseName = chineseName;
    this.rank = rank;
  }

  /**
   * The stage as a segment.
   *
   * @return with code, names and rank
   */
  public Segment segment() {
    return new Segment(code, englishName, chineseName, rank);
  }

  static List<Segment> segments() {
    return Arrays.stream(values()).map(Stage::segment).toList();
  }
}
