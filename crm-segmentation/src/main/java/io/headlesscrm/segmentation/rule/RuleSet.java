package io.headlesscrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridAxis;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.GridNotices;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules over any measures, the first match wins. Rules that leave customers without a segment are refused when the set is
 * built, with a counterexample. A customer with a missing value matches the rules that do not ask for it, and is {@link
 * Segment#UNASSESSED} when there is none. Immutable and thread-safe.
 *
 * <pre>{@code
 * RuleSet rules = RuleSet.builder("branch")
 *     .rule(key, atLeast(margin, 1_000), below(Measure.RECENCY_DAYS, 90))
 *     .rule(sleeping, atLeast(Measure.RECENCY_DAYS, 365))
 *     .otherwise(ordinary)
 *     .build();
 * rules.verify().isDisjoint();
 * }</pre>
 */
public final class RuleSet implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "rule";

  private final String name;
  private final List<SegmentRule> rules;
  private final List<Claim> claims;
  private final @Nullable Segment otherwise;
  private final List<GridAxis> axes;

  private RuleSet(Builder builder) {
    this.name = builder.name;
    this.rules = List.copyOf(builder.rules);
    this.claims = List.copyOf(builder.claims);
    this.otherwise = builder.otherwise;
    this.axes = axes(rules);
    RuleSetVerification verification = verify();
    if (otherwise == null && !verification.isExhaustive()) {
      throw new IllegalArgumentException(verification.counterexamples().get(0)
          + ", everybody must have a segment. Maybe name one with otherwise(...)?");
    }
  }

  /**
   * Starts a rule set.
   *
   * @param name for the provenance, not blank
   * @return a builder without rules
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  private static List<GridAxis> axes(List<SegmentRule> rules) {
    Map<Measure, NavigableSet<Double>> cuts = new LinkedHashMap<>();
    for (SegmentRule rule : rules) {
      for (Condition condition : rule.conditions()) {
        cuts.computeIfAbsent(condition.measure(), key -> new TreeSet<>()).add(condition.cut());
      }
    }
    List<GridAxis> axes = new ArrayList<>();
    cuts.forEach(
        (measure, values) -> axes.add(new GridAxis(indicator(measure), List.copyOf(values))));
    return List.copyOf(axes);
  }

  private static Indicator indicator(Measure measure) {
    return measure.equals(Measure.MONETARY) ? Indicator.spend() : Indicator.of(measure);
  }

  /**
   * The name.
   *
   * @return not blank
   */
  public String name() {
    return name;
  }

  /**
   * The rules.
   *
   * @return in their order
   */
  public List<SegmentRule> rules() {
    return rules;
  }

  /**
   * What the set claims to be monotone in.
   *
   * @return in the order of the claims
   */
  public List<Claim> claims() {
    return claims;
  }

  /**
   * The segment of those who match no rule.
   *
   * @return empty when every combination matches
   */
  public Optional<Segment> findOtherwise() {
    return Optional.ofNullable(otherwise);
  }

  /**
   * Looks at every combination of the ranges into which the bounds cut the measures.
   *
   * @return what holds, with counterexamples
   */
  public RuleSetVerification verify() {
    return new RuleSetVerifier(this).verify();
  }

  @Override
  public GridModel fit(CustomerBase base) {
    List<Segment> segments = new ArrayList<>(named());
    segments.add(Segment.UNASSESSED);
    Grid grid = Grid.of(axes, segments, this::segment);
    return GridModel.of(KIND, base.currency(), grid, notices(grid, base), null, provenance(base));
  }

  private List<Reason> notices(Grid grid, CustomerBase base) {
    List<Reason> notices = new ArrayList<>(GridNotices.of(grid, base));
    RuleSetVerification verification = verify();
    if (!verification.isDisjoint()) {
      notices.add(Reason.of("rule.notice.overlap")
          .with("cells", verification.matchedBySeveral())
          .with("of", verification.cells()));
    }
    verification
        .unreachable()
        .forEach(segment -> notices.add(
            Reason.of("rule.notice.unreachable").withValue("segment", segment.toReason())));
    return notices;
  }

  /** Every segment that a rule names, or the rest, in their order. */
  List<Segment> named() {
    Set<Segment> named = new LinkedHashSet<>();
    rules.forEach(rule -> named.add(rule.segment()));
    findOtherwise().ifPresent(named::add);
    return List.copyOf(named);
  }

  private Segment segment(int[] levels) {
    List<Segment> matching = matching(levels);
    if (!matching.isEmpty()) {
      return matching.get(0);
    }
    boolean isKnown = Arrays.stream(levels).noneMatch(level -> level == GridAxis.MISSING);
    return isKnown && otherwise != null ? otherwise : Segment.UNASSESSED;
  }

  /** The segments of all rules that a combination of levels matches. */
  List<Segment> matching(int[] levels) {
    return rules.stream()
        .filter(rule -> rule.conditions().stream().allMatch(each -> holds(each, levels)))
        .map(SegmentRule::segment)
        .toList();
  }

  private boolean holds(Condition condition, int[] levels) {
    int axis = axisOf(condition.measure());
    int first = axes.get(axis).level(condition.cut());
    return levels[axis] != GridAxis.MISSING
        && (condition.isLowerBound() ? levels[axis] >= first : levels[axis] < first);
  }

  List<GridAxis> axes() {
    return axes;
  }

  int axisOf(Measure measure) {
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).indicator().formula().measures().contains(measure)) {
        return i;
      }
    }
    throw new IllegalArgumentException("measure is " + measure
        + ", it must be that of a condition. Maybe the claim belongs to another rule set?");
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("name", name);
    parameters.put("rules", rules.toString());
    findOtherwise().ifPresent(rest -> parameters.put("otherwise", rest.code()));
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(KIND, parameters, base.window(), base.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleSet that
        && name.equals(that.name)
        && rules.equals(that.rules)
        && claims.equals(that.claims)
        && findOtherwise().equals(that.findOtherwise());
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + rules.hashCode();
  }

  /** Such as {@code rule branch: [Key if ..., ...]}. */
  @Override
  public String toString() {
    return KIND + " " + name + ": " + rules;
  }

  /** Adds rules one by one. */
  public static final class Builder {

    private final String name;
    private final List<SegmentRule> rules = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private @Nullable Segment otherwise;

    private Builder(String name) {
      this.name = requireNonNull(name, "name");
      if (name.isBlank()) {
        throw new IllegalArgumentException("the name of a rule set must not be blank");
      }
    }

    /**
     * Adds a rule.
     *
     * @param segment of those who match and matched no earlier rule
     * @param conditions all of which must hold
     * @return this builder
     */
    public Builder rule(Segment segment, Condition... conditions) {
      return rule(new SegmentRule(segment, List.of(conditions)));
    }

    /**
     * Adds a rule.
     *
     * @param rule tried after the earlier ones
     * @return this builder
     */
    public Builder rule(SegmentRule rule) {
      rules.add(requireNonNull(rule, "rule"));
      return this;
    }

    /**
     * The segment of those who match no rule.
     *
     * @param segment default none: then everybody must match
     * @return this builder
     */
    public Builder otherwise(Segment segment) {
      otherwise = requireNonNull(segment, "segment");
      return this;
    }

    /**
     * Claims that a better value never lowers the rank, to be verified.
     *
     * @param measure of a condition
     * @param moreIsBetter false where less is
     * @return this builder
     */
    public Builder monotoneIn(Measure measure, boolean moreIsBetter) {
      claims.add(new Claim(measure, moreIsBetter));
      return this;
    }

    /**
     * The rule set.
     *
     * @return immutable
     * @throws IllegalArgumentException when there is no condition at all, when somebody would be without a segment, or
     *     when there are more than a million combinations of ranges
     */
    public RuleSet build() {
      if (rules.stream().allMatch(rule -> rule.conditions().isEmpty())) {
        throw new IllegalArgumentException(
            "no rule has a condition, at least one must. Maybe the rules got lost?");
      }
      return new RuleSet(this);
    }
  }
}
