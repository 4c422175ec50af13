package io.headlesscrm.examples.analyse.generate;

/** What the company sells, with its price level and how much of it goes wrong. */
enum ServiceKind {
  STANDARD("standard", 0.44, 1.0, 0.018),
  EXPRESS("express", 0.30, 1.8, 0.022),
  FREIGHT("freight", 0.12, 5.5, 0.030),
  COLD_CHAIN("cold chain", 0.07, 3.2, 0.045),
  SAME_DAY("same day", 0.05, 2.4, 0.026),
  CUSTOMS("customs clearance", 0.02, 2.9, 0.012);

  private static final ServiceKind[] ALL = values();

  private final String label;
  private final double share;
  private final double price;
  private final double returned;

  ServiceKind(String label, double share, double price, double returned) {
    this.label = label;
    this.share = share;
    this.price = price;
    this.returned = returned;
  }

  /** The service at a point of [0, 1), each with its share of the company's shipments. */
  static ServiceKind at(double point) {
    double left = point;
    for (ServiceKind service : ALL) {
      left -= service.share;
      if (left < 0) {
        return service;
      }
    }
    return STANDARD;
  }

  String label() {
    return label;
  }

  /** Price against a standard parcel, &gt; 0. */
  double price() {
    return price;
  }

  /** Probability that a shipment is credited, in full or in part. */
  double returned() {
    return returned;
  }
}
