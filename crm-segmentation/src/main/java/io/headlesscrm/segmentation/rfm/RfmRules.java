package io.headlesscrm.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.segmentation.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which scores make which segment: boxes in the cube of recency, frequency and monetary levels; the first one that
 * matches wins, and a segment may have several. {@link #verify()} proves what a rule set claims. Immutable.
 *
 * <p>Rules speak of levels, five as a rule. Scores of as many bins are their own levels; scores of b bins are spread
 * evenly: level = 1 + round((score - 1) * (levels - 1) / (b - 1)), halves up, so that the lowest and highest scores are
 * the lowest and highest levels (of 10 bins two make a level, of 3 bins levels 1, 3 and 5 remain).
 *
 * <pre>{@code
 * RfmRules rules = RfmRules.builder("two kinds")
 *     .rule(Segment.of("Regulars", "常客", 2), "1-5", "3-5", "1-5")
 *     .otherwise(Segment.of("Others", "其他", 1))
 *     .build();
 * rules.verify().isMonotone(); // true
 * }</pre>
 */
public final class RfmRules {

  private static final int MAX_LEVELS = 10;

  private final String name;
  private final int levels;
  private final List<RfmRule> rules;
  private final @Nullable Segment otherwise;
  private final List<Segment> segments;
  private final List<RfmScore> cells;
  private final short[] segmentOfCell;

  private RfmRules(Builder builder) {
    this.name = builder.name;
    this.levels = builder.levels;
    this.rules = List.copyOf(builder.rules);
    this.otherwise = builder.otherwise;
    this.segments = segments(rules, otherwise);
    this.cells = cells(levels);
    this.segmentOfCell = new short[cells.size()];
    for (RfmScore cell : cells) {
      segmentOfCell[indexOf(cell.r(), cell.f(), cell.m())] = (short) segments.indexOf(match(cell));
    }
  }

  /**
   * The map of 25 cells of recency and frequency that is in general use, with ten segments from Champions to
   * Hibernating. Ignores the monetary level.
   *
   * <p>Its ranks are ours: Champions 10, Loyal Customers 9, Potential Loyalists 8, Can't Lose Them 7, Need Attention 6,
   * New Customers 5, Promising 4, At Risk 3, About To Sleep 2, Hibernating 1. With them the map is monotone: no better
   * recency or frequency ever lowers the rank. The map itself only demands that of neighbouring cells, so that the
   * places of At Risk and Can't Lose Them among those who buy less often and more recently are a choice.
   *
   * @return five levels, exhaustive, disjoint, monotone, every segment reachable
   */
  public static RfmRules standard() {
    return ReadyRules.STANDARD;
  }

  /**
   * The default rules of the R package rfm, for comparison. They overlap and leave gaps, as {@link #verify()} shows.
   * The package states no ranks; the order of its list is taken for them, Champions first.
   *
   * @return five levels, eleven segments
   */
  public static RfmRules rPackage() {
    return ReadyRules.R_PACKAGE;
  }

  /**
   * Bands of a weighted score: (wr (r - 1) + wf (f - 1) + wm (m - 1)) / ((wr + wf + wm) (levels - 1)) goes from 0 to 1 and
   * is cut into bands of equal width; a score on a border belongs to the better band. Monotone by construction.
   *
   * @param levels how many levels each axis has, 2 to 10
   * @param recency weight, at least 0
   * @param frequency weight, at least 0
   * @param monetary weight, at least 0; not all three 0
   * @param bands the best first, at least one
   * @return exhaustive, disjoint and monotone
   */
  public static RfmRules weighted(
      int levels, int recency, int frequency, int monetary, List<Segment> bands) {
    return WeightedRules.of(levels, recency, frequency, monetary, bands);
  }

  /**
   * Starts a rule set of the host's own.
   *
   * @param name what the provenance calls it
   * @return a builder without rules
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * What the provenance calls it.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * How many levels each axis has.
   *
   * @return 2 to 10
   */
  public int levels() {
    return levels;
  }

  /**
   * The boxes, the first one that matches wins.
   *
   * @return in the order in which they were given
   */
  public List<RfmRule> rules() {
    return rules;
  }

  /**
   * The segment of those who match no rule, if the rule set has one.
   *
   * @return empty when every cell matches a rule
   */
  public Optional<Segment> findOtherwise() {
    return Optional.ofNullable(otherwise);
  }

  /**
   * Every segment that the rules name, the highest rank first, equal ranks as given.
   *
   * @return no segment twice
   */
  public List<Segment> segments() {
    return segments;
  }

  /**
   * The segment of a cell.
   *
   * @param cell levels, each from 1 to {@link #levels()}
   * @return the segment
   */
  public Segment segment(RfmScore cell) {
    return segments.get(index(cell.r(), cell.f(), cell.m()));
  }

  /**
   * Checks the rules over the whole cube of levels.
   *
   * @return how many cells match one rule, several or none, which segments nobody can reach, and where a better level
   *     makes a worse segment
   */
  public RuleVerification verify() {
    return new RuleVerifier(this).verify();
  }

  /** The cube, recency slowest, monetary value fastest. */
  List<RfmScore> cells() {
    return cells;
  }

  /** The segment of a cell as an index into {@link #segments()}. */
  int index(int r, int f, int m) {
    return segmentOfCell[indexOf(r, f, m)];
  }

  /** For each score of so many bins its level; entry 0 is not used. */
  byte[] levelsOf(int bins) {
    byte[] levelOf = new byte[bins + 1];
    for (int score = 1; score <= bins; score++) {
      int doubled = 2 * (score - 1) * (levels - 1) + bins - 1;
      levelOf[score] = (byte) (1 + doubled / (2 * (bins - 1)));
    }
    return levelOf;
  }

  private int indexOf(int r, int f, int m) {
    return ((r - 1) * levels + f - 1) * levels + m - 1;
  }

  private Segment match(RfmScore cell) {
    for (RfmRule rule : rules) {
      if (rule.matches(cell)) {
        return rule.segment();
      }
    }
    if (otherwise == null) {
      throw new IllegalArgumentException("scores " + cell + " match no rule of \"" + name
          + "\", every cell must. Maybe name a segment for the rest with otherwise(...)?");
    }
    return otherwise;
  }

  private static List<Segment> segments(List<RfmRule> rules, @Nullable Segment otherwise) {
    List<Segment> segments = Stream.concat(
            rules.stream().map(RfmRule::segment), Stream.ofNullable(otherwise))
        .distinct()
        .sorted(Comparator.comparingInt(Segment::rank).reversed())
        .toList();
    if (segments.stream().map(Segment::code).distinct().count() < segments.size()) {
      throw new IllegalArgumentException("segments are " + segments
          + ", no code may stand for two. Maybe two rules give it different ranks?");
    }
    return segments;
  }

  private static List<RfmScore> cells(int levels) {
    List<RfmScore> cells = new ArrayList<>();
    for (int r = 1; r <= levels; r++) {
      for (int f = 1; f <= levels; f++) {
        for (int m = 1; m <= levels; m++) {
          cells.add(new RfmScore(r, f, m));
        }
      }
    }
    return List.copyOf(cells);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RfmRules that
        && name.equals(that.name)
        && levels == that.levels
        && rules.equals(that.rules)
        && findOtherwise().equals(that.findOtherwise());
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + rules.hashCode();
  }

  /** The name and the rules. */
  @Override
  public String toString() {
    return name + rules + (otherwise == null ? "" : ", else " + otherwise);
  }

  /** Collects rules in the order in which they are tried. */
  public static final class Builder {

    private final String name;
    private final List<RfmRule> rules = new ArrayList<>();
    private int levels = 5;
    private @Nullable Segment otherwise;

    private Builder(String name) {
      this.name = requireNonNull(name, "name");
    }

    /**
     * How many levels each axis has.
     *
     * @param levels 2 to 10, default 5
     * @return this builder
     */
    public Builder levels(int levels) {
      if (levels < 2 || levels > MAX_LEVELS) {
        throw new IllegalArgumentException(
            "levels is " + levels + ", it must be from 2 to " + MAX_LEVELS);
      }
      this.levels = levels;
      return this;
    }

    /**
     * Adds a rule.
     *
     * @param segment of those who match and matched no earlier rule
     * @param r levels of recency, such as {@code 4-5}
     * @param f levels of frequency
     * @param m levels of monetary value
     * @return this builder
     */
    public Builder rule(Segment segment, String r, String f, String m) {
      return rule(
          new RfmRule(segment, ScoreRange.parse(r), ScoreRange.parse(f), ScoreRange.parse(m)));
    }

    /**
     * Adds a rule.
     *
     * @param rule tried after the earlier ones
     * @return this builder
     */
    public Builder rule(RfmRule rule) {
      rules.add(requireNonNull(rule, "rule"));
      return this;
    }

    /**
     * The segment of those who match no rule.
     *
     * @param segment default none: then every cell must match a rule
     * @return this builder
     */
    public Builder otherwise(Segment segment) {
      otherwise = requireNonNull(segment, "segment");
      return this;
    }

    /**
     * The rule set.
     *
     * @return with at least one segment
     * @throws IllegalArgumentException when a cell matches no rule and there is no segment for the rest, when a rule
     *     asks for a level that is not there, or when two segments share a code
     */
    public RfmRules build() {
      rules.forEach(this::requireWithinLevels);
      return new RfmRules(this);
    }

    private void requireWithinLevels(RfmRule rule) {
      if (Math.max(rule.r().to(), Math.max(rule.f().to(), rule.m().to())) > levels) {
        throw new IllegalArgumentException("rule is " + rule + ", its levels must be at most "
            + levels + ". Maybe levels(...) was not set?");
      }
    }
  }
}
