package io.headlesscrm.core.purchase;

/**
 * How an entry of the log packs its day, its kind and whether it is a further part of a purchase that has another
 * entry: day, then one bit, then two bits. Stamps sort by day first.
 */
final class Entry {

  static final int NO_ID = -1;

  private static final int ATTACHED = 4;
  private static final int SALE = 0;
  private static final int FREE = 1;
  private static final int RETURN = 2;

  private Entry() {}

  static int stamp(int epochDay, PurchaseKind kind) {
    return (epochDay << 3)
        | switch (kind) {
          case SALE -> SALE;
          case FREE_OF_CHARGE -> FREE;
          case RETURN -> RETURN;
        };
  }

  static int day(int stamp) {
    return stamp >> 3;
  }

  static PurchaseKind kind(int stamp) {
    return switch (stamp & 3) {
      case SALE -> PurchaseKind.SALE;
      case FREE -> PurchaseKind.FREE_OF_CHARGE;
      default -> PurchaseKind.RETURN;
    };
  }

  static boolean isSale(int stamp) {
    return (stamp & 3) == SALE;
  }

  static boolean isReturn(int stamp) {
    return (stamp & 3) == RETURN;
  }

  static boolean isAttached(int stamp) {
    return (stamp & ATTACHED) != 0;
  }

  static int attached(int stamp) {
    return stamp | ATTACHED;
  }

  /** The first stamp of the day: every entry before that day has a smaller one. */
  static int firstOf(int epochDay) {
    return epochDay << 3;
  }
}
