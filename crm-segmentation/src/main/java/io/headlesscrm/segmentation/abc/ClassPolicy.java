package io.headlesscrm.segmentation.abc;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.segmentation.Segment;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the customers of a class are treated; care plans are made of it.
 *
 * @param treatment the name of the policy
 * @param contactEvery how often somebody gets in touch
 * @param contactWays in how many ways, at least 1: visit, telephone, letter, online
 * @param costCeiling what serving may cost, as a share of what the customer brings, in [0, 1]
 * @param isPersonal whether the customer has a contact of its own
 */
public record ClassPolicy(
    Treatment treatment,
    Period contactEvery,
    int contactWays,
    double costCeiling,
    boolean isPersonal) {

  /** The three kinds of treatment. */
  public enum Treatment {
    /** Alliance: own contact, tailored services, tracking. */
    KEY_ACCOUNT("abc.policy.key-account"),
    /** Some made to measure, watched for promotion. */
    ORDINARY("abc.policy.ordinary"),
    /** Standard service at low cost. */
    SMALL("abc.policy.small");

    private final String key;

    Treatment(String key) {
      this.key = key;
    }

    /**
     * The treatment in words.
     *
     * @return for any language
     */
    public Reason toReason() {
      return Reason.of(key);
    }
  }

  public ClassPolicy {
    requireNonNull(treatment, "treatment");
    requireNonNull(contactEvery, "contactEvery");
    boolean isRhythm = !contactEvery.isNegative() && !contactEvery.isZero();
    if (!isRhythm || contactWays < 1 || !(costCeiling >= 0 && costCeiling <= 1)) {
      throw new IllegalArgumentException("policy is every " + contactEvery + " in " + contactWays
          + " ways at " + costCeiling
          + ", it must be of a positive period, at least one way, a share in [0, 1]. Maybe P30D, 2,"
          + " 0.1?");
    }
  }

  /**
   * The policies of three classes: key account every two weeks in four ways up to 15 %, ordinary every six weeks in two
   * ways up to 8 %, small every half year in one way up to 3 %. The source gives the kinds and four ways of contact for
   * A; the numbers are ours, to be replaced.
   *
   * @param abc a strategy of three classes
   * @return one policy for each class, the best first
   * @throws IllegalArgumentException when there are not three classes
   */
  public static Map<Segment, ClassPolicy> standard(Abc abc) {
    return of(
        abc,
        List.of(
            new ClassPolicy(Treatment.KEY_ACCOUNT, Period.ofWeeks(2), 4, 0.15, true),
            new ClassPolicy(Treatment.ORDINARY, Period.ofWeeks(6), 2, 0.08, false),
            new ClassPolicy(Treatment.SMALL, Period.ofMonths(6), 1, 0.03, false)));
  }

  /**
   * Policies of the host's own.
   *
   * @param abc any
   * @param policies one for each class, the best first
   * @return by class; {@link Segment#UNASSESSED} has none
   * @throws IllegalArgumentException when there is not one for each class
   */
  public static Map<Segment, ClassPolicy> of(Abc abc, List<ClassPolicy> policies) {
    List<Segment> classes = abc.classes().stream()
        .filter(segment -> !segment.equals(Segment.UNASSESSED))
        .toList();
    if (classes.size() != policies.size()) {
      throw new IllegalArgumentException("there are " + policies.size() + " policies for "
          + classes.size() + " classes, there must be one for each. Maybe one got lost?");
    }
    Map<Segment, ClassPolicy> byClass = new LinkedHashMap<>();
    for (int i = 0; i < policies.size(); i++) {
      byClass.put(classes.get(i), policies.get(i));
    }
    return Collections.unmodifiableMap(byClass);
  }
}
