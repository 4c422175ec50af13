/** RFM, ABC and the other ways to tell customers apart. */
@org.jspecify.annotations.NullMarked
module io.headlesscrm.segmentation {
  requires transitive io.headlesscrm.core;
  requires static transitive org.jspecify;

  exports io.headlesscrm.segmentation;
  exports io.headlesscrm.segmentation.abc;
  exports io.headlesscrm.segmentation.basket;
  exports io.headlesscrm.segmentation.chart;
  exports io.headlesscrm.segmentation.cluster;
  exports io.headlesscrm.segmentation.combination;
  exports io.headlesscrm.segmentation.grid;
  exports io.headlesscrm.segmentation.json;
  exports io.headlesscrm.segmentation.lifecycle;
  exports io.headlesscrm.segmentation.loyalty;
  exports io.headlesscrm.segmentation.orientation;
  exports io.headlesscrm.segmentation.pyramid;
  exports io.headlesscrm.segmentation.rfm;
  exports io.headlesscrm.segmentation.rule;
  exports io.headlesscrm.segmentation.satisfaction;
  exports io.headlesscrm.segmentation.stability;
  exports io.headlesscrm.segmentation.value;
}
