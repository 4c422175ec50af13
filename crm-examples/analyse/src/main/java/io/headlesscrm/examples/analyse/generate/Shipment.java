package io.headlesscrm.examples.analyse.generate;

/**
 * One purchase: a shipment and its invoice.
 *
 * @param number running number of the invoice, from 1
 * @param customer the customer, from 0
 * @param day day of the invoice, counted from the first day of business
 * @param service the service bought
 * @param lane the lane used
 * @param channel how it was ordered
 * @param cents amount in minor units, &gt; 0
 */
record Shipment(
    int number,
    int customer,
    int day,
    ServiceKind service,
    int lane,
    Channel channel,
    long cents) {}
