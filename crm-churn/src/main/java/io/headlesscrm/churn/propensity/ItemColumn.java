package io.headlesscrm.churn.propensity;

import io.headlesscrm.churn.supervised.Covariate;
import java.util.Arrays;

/** What a customer's items tell about whether it buys one of them, on scales on which a linear model can use it. */
enum ItemColumn {
  BOUGHT("bought", Part.ITEM) {
    @Override
    double value(ItemHistory history, String item, int end) {
      return history.daysOf(item, end) > 0 ? 1 : 0;
    }
  },
  TIMES("ln(1+times)", Part.ITEM) {
    @Override
    double value(ItemHistory history, String item, int end) {
      return Math.log1p(history.daysOf(item, end));
    }
  },
  GAP("ln(1+item-gap)", Part.ITEM) {
    @Override
    double value(ItemHistory history, String item, int end) {
      int[] days = history.listDaysOf(item, end);
      return days.length == 0 ? 0 : Math.log1p(weeks(days[days.length - 1], end));
    }
  },
  DECAYED("ln(1+decayed-times)", Part.ITEM) {
    @Override
    double value(ItemHistory history, String item, int end) {
      return Math.log1p(Arrays.stream(history.listDaysOf(item, end))
          .mapToDouble(day -> Math.exp(-weeks(day, end) / DECAY))
          .sum());
    }
  },
  SHARE("share-of-days", Part.ITEM) {
    @Override
    double value(ItemHistory history, String item, int end) {
      return (double) history.daysOf(item, end) / Math.max(1, history.days(end));
    }
  },
  BREADTH("ln(1+different-items)", Part.BREADTH) {
    @Override
    double value(ItemHistory history, String item, int end) {
      return Math.log1p(history.breadth(end));
    }
  },
  BASKET("ln(1+items-per-day)", Part.BREADTH) {
    @Override
    double value(ItemHistory history, String item, int end) {
      return Math.log1p((double) history.itemDays(end) / Math.max(1, history.days(end)));
    }
  };

  private static final double DECAY = 13;
  private static final double DAYS_OF_A_WEEK = 7;

  private final String label;
  private final Part part;

  ItemColumn(String label, Part part) {
    this.label = label;
    this.part = part;
  }

  String label() {
    return label;
  }

  Part part() {
    return part;
  }

  /** The value as of a day, in days since 1970; what happened on it or later does not count. */
  abstract double value(ItemHistory history, String item, int end);

  Covariate of(ItemPurchases purchases, String item) {
    return (base, days) -> {
      int end = Math.toIntExact(base.asOf().toEpochDay());
      double[] values = new double[base.size()];
      Arrays.setAll(values, row -> value(purchases.history(base.customer(row)), item, end));
      return values;
    };
  }

  private static double weeks(int day, int end) {
    return (end - 1 - day) / DAYS_OF_A_WEEK;
  }
}
