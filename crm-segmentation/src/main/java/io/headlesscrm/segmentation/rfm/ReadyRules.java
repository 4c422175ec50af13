package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.segmentation.Segment;

/** Rule sets that need not be written again. */
final class ReadyRules {

  private static final String ANY = "1-5";

  static final RfmRules STANDARD = RfmRules.builder("standard")
      .rule(Segment.of("Champions", "冠军客户", 10), "5", "4-5", ANY)
      .rule(Segment.of("Loyal Customers", "忠诚客户", 9), "3-4", "4-5", ANY)
      .rule(Segment.of("Potential Loyalists", "潜在忠诚客户", 8), "4-5", "2-3", ANY)
      .rule(Segment.of("Can't Lose Them", "不可流失客户", 7), "1-2", "5", ANY)
      .rule(Segment.of("Need Attention", "需要关注客户", 6), "3", "3", ANY)
      .rule(Segment.of("New Customers", "新客户", 5), "5", "1", ANY)
      .rule(Segment.of("Promising", "有潜力客户", 4), "4", "1", ANY)
      .rule(Segment.of("At Risk", "流失风险客户", 3), "1-2", "3-4", ANY)
      .rule(Segment.of("About To Sleep", "即将沉睡客户", 2), "3", "1-2", ANY)
      .rule(Segment.of("Hibernating", "沉睡客户", 1), "1-2", "1-2", ANY)
      .build();

  static final RfmRules R_PACKAGE = RfmRules.builder("r-package")
      .rule(Segment.of("Champions", "冠军客户", 11), "5", "5", "5")
      .rule(Segment.of("Potential Loyalist", "潜在忠诚客户", 10), "3-5", "3-5", "2-5")
      .rule(Segment.of("Loyal Customers", "忠诚客户", 9), "2-4", "2-4", "2-4")
      .rule(Segment.of("Promising", "有潜力客户", 8), "3-4", "1-3", "3-5")
      .rule(Segment.of("New Customers", "新客户", 7), "4-5", "1-3", ANY)
      .rule(Segment.of("Can't Lose Them", "不可流失客户", 6), "1-2", "3-4", "4-5")
      .rule(Segment.of("At Risk", "流失风险客户", 5), "1-2", "2-5", "4-5")
      .rule(Segment.of("Need Attention", "需要关注客户", 4), "1-3", "3-5", "3-5")
      .rule(Segment.of("About To Sleep", "即将沉睡客户", 3), "2-3", "1-3", "1-4")
      .rule(Segment.of("Lost", "已流失客户", 2), "1", ANY, ANY)
      .otherwise(Segment.of("Others", "其他客户", 1))
      .build();

  private ReadyRules() {}
}
