/** RFM, ABC and the other ways to tell customers apart. */
@org.jspecify.annotations.NullMarked
module io.headlesscrm.segmentation {
  requires transitive io.headlesscrm.core;
  requires static transitive org.jspecify;

  exports io.headlesscrm.segmentation;
  exports io.headlesscrm.segmentation.abc;
  exports io.headlesscrm.segmentation.json;
  exports io.headlesscrm.segmentation.rfm;
}
