package io.headlesscrm.examples.analyse.generate;

/**
 * What one customer is like.
 *
 * @param firstDay day of the first purchase, counted from the first day of business
 * @param lastDay last day on which the customer may still buy, &gt;= {@code firstDay}
 * @param weight share of all repeat purchases that falls to this customer, up to a factor, &gt; 0
 * @param spend amount of a usual standard shipment, in currency units, &gt; 0
 * @param service the service usually bought
 * @param lane the lane usually used
 * @param channel the way this customer orders
 */
record Traits(
    int firstDay,
    int lastDay,
    double weight,
    double spend,
    ServiceKind service,
    int lane,
    Channel channel) {}
