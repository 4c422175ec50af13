package io.headlesscrm.churn.season;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnModel;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A purchase-process model with seasons: customers buy at the rate of the plain model times the factor of the day. So by
 * a clock that runs at that factor they buy as the plain model says. This is exact for BG/NBD and MBG/NBD, whose
 * customers leave after purchases only; it would not be for Pareto/NBD, whose customers leave by the calendar.
 *
 * <p>Without a given {@linkplain #withProfile profile} the fit learns one, in weeks or months, together with the
 * parameters (expectation-maximisation): in each slot the purchases that were made over those that would have been made
 * without a season, as if ten more had been made as usual, which steadies slots with few. Verdicts beside those of the
 * plain model:
 *
 * <ul>
 *   <li>{@code SEASON_TOO_SHORT}: the purchases cover less than a year, there is no model.
 *   <li>{@code SEASON_SEEN_ONCE}: they cover less than two, so that a season cannot be told from a single event.
 *   <li>{@code SEASON_NOT_SHOWN}: a model without a season fits as well, by a likelihood-ratio test at the 5 % level.
 *   <li>{@code NOT_CONVERGED} (ERROR): the profile still changed.
 * </ul>
 *
 * <p>The log-likelihood is that of the purchase days by the calendar, comparable with that of the plain model; standard
 * errors take the profile as known. Immutable.
 *
 * <p>Source: the change of the clock is that of any Poisson process with a rate that depends on time, Cox &amp; Isham
 * (1980), Point Processes, section 3.1.
 */
public final class Seasonal implements ChurnModel<SeasonalModel> {

  private final Function<PurchaseHistogram, ? extends FitResult<? extends BetaGeometricModel>>
      plain;
  private final SeasonGrain grain;
  private final @Nullable SeasonalProfile profile;
  private final TimeScale unit;

  private Seasonal(
      Function<PurchaseHistogram, ? extends FitResult<? extends BetaGeometricModel>> plain,
      SeasonGrain grain,
      @Nullable SeasonalProfile profile,
      TimeScale unit) {
    this.plain = plain;
    this.grain = requireNonNull(grain, "grain");
    this.profile = profile;
    this.unit = requireNonNull(unit, "unit");
  }

  /**
   * BG/NBD with seasons.
   *
   * @return by months that are learnt, in weeks
   */
  public static Seasonal bgNbd() {
    return new Seasonal(BgNbd::fit, SeasonGrain.MONTH, null, TimeScale.WEEK);
  }

  /**
   * MBG/NBD with seasons.
   *
   * @return by months that are learnt, in weeks
   */
  public static Seasonal mbgNbd() {
    return new Seasonal(MbgNbd::fit, SeasonGrain.MONTH, null, TimeScale.WEEK);
  }

  /**
   * The same with a profile that is learnt by other slots.
   *
   * @param value months or weeks; weeks need more purchases
   * @return a new recipe
   */
  public Seasonal withGrain(SeasonGrain value) {
    return new Seasonal(plain, value, null, unit);
  }

  /**
   * The same with a profile that is known and not learnt, so that no year of purchases is needed.
   *
   * @param value of the host, or of another base
   * @return a new recipe
   */
  public Seasonal withProfile(SeasonalProfile value) {
    return new Seasonal(plain, value.grain(), value, unit);
  }

  /**
   * The same in another unit, which changes alpha and the log-likelihood but no prediction.
   *
   * @param value of the model's times
   * @return a new recipe
   */
  public Seasonal withUnit(TimeScale value) {
    return new Seasonal(plain, grain, profile, value);
  }

  /**
   * Fits the model.
   *
   * @param base may be empty; of logs or of summaries, which both know the purchase days
   * @return the model with its diagnostics, or why the data allow none
   */
  @Override
  public FitResult<SeasonalModel> fit(CustomerBase base) {
    return new SeasonalFit(base, new SeasonSample(base, unit, grain), plain)
        .run(Optional.ofNullable(profile));
  }
}
