package io.headlesscrm.examples.analyse.generate;

/** How an order reached the company. */
enum Channel {
  APP("app"),
  WEB("web"),
  PHONE("phone"),
  COUNTER("counter"),
  ACCOUNT("account manager");

  private static final Channel[] ALL = values();

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** The channel at a point of [0, 1): the app is the most usual one. */
  static Channel at(double point) {
    return ALL[(int) (point * point * ALL.length)];
  }

  String label() {
    return label;
  }
}
