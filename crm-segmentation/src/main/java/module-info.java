/** RFM, ABC and the other ways to tell customers apart. */
@org.jspecify.annotations.NullMarked
module io.headlesscrm.segmentation {
  requires transitive io.headlesscrm.core;
  requires static transitive org.jspecify;
}
