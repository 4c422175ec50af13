package io.headlesscrm.segmentation.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Plays the purchase days of one customer again and notes the stages, each told from what was known by then. */
final class Replay {

  private final Rhythm rhythm;
  private final List<StageChange> changes = new ArrayList<>();
  private int firstDay;
  private int lastDay;
  private int days;

  private Replay(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  static Replay of(Rhythm rhythm, int[] purchaseDays, int asOf) {
    Replay replay = new Replay(rhythm);
    for (int day : purchaseDays) {
      replay.purchase(day);
    }
    replay.silentUntil(asOf);
    return replay;
  }

  private void purchase(int day) {
    if (days == 0) {
      firstDay = day;
    }
    silentUntil(day);
    boolean wasLapsed = days > 0 && stage() == Stage.LAPSED;
    lastDay = day;
    days++;
    enter(wasLapsed ? Stage.WON_BACK : inRhythm(), day);
  }

  /** Who was won back is what its purchase days make it from the next purchase in rhythm on. */
  private Stage inRhythm() {
    if (days == 1) {
      return Stage.NEW;
    }
    return days >= rhythm.repeatingFrom() ? Stage.REPEATING : Stage.ACTIVE;
  }

  private void silentUntil(int day) {
    if (days > 0) {
      if (slipDay() <= day) {
        enter(Stage.SLIPPING, slipDay());
      }
      if (lapseDay() <= day) {
        enter(Stage.LAPSED, lapseDay());
      }
    }
  }

  private void enter(Stage stage, int day) {
    if (changes.isEmpty() || stage() != stage) {
      changes.add(new StageChange(stage, LocalDate.ofEpochDay(day)));
    }
  }

  Stage stage() {
    return changes.get(changes.size() - 1).stage();
  }

  List<StageChange> changes() {
    return List.copyOf(changes);
  }

  double usualGap() {
    return rhythm.gap(lastDay - firstDay, days - 1);
  }

  int slipDay() {
    return rhythm.slipDay(lastDay, usualGap());
  }

  int lapseDay() {
    return rhythm.lapseDay(lastDay, usualGap());
  }
}
