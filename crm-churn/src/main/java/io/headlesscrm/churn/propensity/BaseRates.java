package io.headlesscrm.churn.propensity;

import java.util.Comparator;
import java.util.List;

/** Which part of the customers bought an item within windows of the past. */
record BaseRates(List<Window> windows) {

  BaseRates {
    windows = List.copyOf(windows);
  }

  /**
   * One window.
   *
   * @param days its length
   * @param customers who were known when it began
   * @param buyers those of them who bought the item in it
   */
  record Window(int days, int customers, int buyers) {

    /** With half a buyer and half a customer who did not buy more, so that no rate is 0 or 1 (Jeffreys). */
    double rate() {
      return (buyers + 0.5) / (customers + 1.0);
    }
  }

  /**
   * The part that buys within a horizon: that of the window whose length is nearest, the shorter one of two, at the same
   * pace for the days more or less.
   */
  double rate(int days) {
    Window nearest = windows.stream()
        .filter(window -> window.customers() > 0)
        .min(Comparator.comparingInt((Window window) -> Math.abs(window.days() - days))
            .thenComparingInt(Window::days))
        .orElseThrow();
    return -Math.expm1(Math.log1p(-nearest.rate()) * days / nearest.days());
  }

  /** Whether somebody was a customer when a window began. */
  boolean hasCustomers() {
    return rows() > 0;
  }

  /** Customers, each as often as there are windows that it was there for. */
  int rows() {
    return windows.stream().mapToInt(Window::customers).sum();
  }

  /** Customers who bought it in the window in which most did. */
  int mostBuyers() {
    return windows.stream().mapToInt(Window::buyers).max().orElse(0);
  }

  /** Customers who did not buy it within the window in which fewest did not. */
  int fewestOthers() {
    return windows.stream()
        .mapToInt(window -> window.customers() - window.buyers())
        .min()
        .orElse(0);
  }
}
