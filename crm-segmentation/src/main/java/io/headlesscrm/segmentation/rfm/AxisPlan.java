package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.purchase.CustomerBase;

/** How an axis is to be cut. {@code toString} is what the provenance says about it. */
interface AxisPlan {

  AxisBins fit(Axis axis, CustomerBase base);

  int bins();
}
