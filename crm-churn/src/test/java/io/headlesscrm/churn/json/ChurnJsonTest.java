package io.headlesscrm.churn.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.bgbb.BgBb;
import io.headlesscrm.churn.bgbb.Cadence;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.covariate.CovariateColumn;
import io.headlesscrm.churn.covariate.CovariateEffect;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.covariate.MadeUp;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.season.SeasonGrain;
import io.headlesscrm.churn.season.Seasonal;
import io.headlesscrm.churn.season.SeasonalModel;
import io.headlesscrm.churn.season.SeasonalProfile;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.json.JsonFormatException;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChurnJsonTest {

  private static final String SMALLEST = """
      {"model":"bg-nbd","unit":"week","parameters":{"r":0.243,"alpha":4.414,"a":0.793,"b":2.426}}
      """;

  @Provide
  Arbitrary<Double> parameters() {
    return Histories.parameter();
  }

  private static ChurnScorer reread(ChurnScorer model) {
    return ChurnJson.toScorer(JsonDocument.parse(ChurnJson.toJson(model).toString()));
  }

  private static GammaGamma reread(GammaGamma model) {
    return ChurnJson.toSpendModel(JsonDocument.parse(ChurnJson.toJson(model).toString()));
  }

  @Property(tries = 200)
  void anyParameters_roundTripToTheLastBit(
      @ForAll("parameters") double r,
      @ForAll("parameters") double alpha,
      @ForAll("parameters") double a,
      @ForAll("parameters") double b,
      @ForAll TimeScale unit) {
    assertThat(reread(BgNbd.of(unit, r, alpha, a, b))).isEqualTo(BgNbd.of(unit, r, alpha, a, b));
    assertThat(reread(MbgNbd.of(unit, r, alpha, a, b))).isEqualTo(MbgNbd.of(unit, r, alpha, a, b));
    assertThat(reread(ParetoNbd.of(unit, r, alpha, a, b)))
        .isEqualTo(ParetoNbd.of(unit, r, alpha, a, b));
    assertThat(reread(MbgCnbdK.of(unit, 3, r, alpha, a, b)))
        .isEqualTo(MbgCnbdK.of(unit, 3, r, alpha, a, b));
    assertThat(reread(BgBb.of(r, alpha, a, b))).isEqualTo(BgBb.of(r, alpha, a, b));
    assertThat(reread(GammaGamma.of(r, alpha, a))).isEqualTo(GammaGamma.of(r, alpha, a));
    assertThat(reread(PurchaseCycle.of(alpha))).isEqualTo(PurchaseCycle.of(alpha));
  }

  @Test
  void fittedModels_roundTripWithProvenance() {
    var base = Bases.simulated(500, 2);
    BgNbd model = BgNbd.fit(base).orThrow();
    PurchaseCycle cycle = PurchaseCycle.fit(base).orThrow();

    assertThat(reread(model)).isEqualTo(model);
    assertThat(((BgNbd) reread(model)).findProvenance())
        .isEqualTo(model.findProvenance())
        .isPresent();
    assertThat(reread(cycle)).isEqualTo(cycle);
    ParetoNbd pareto = ParetoNbd.fit(base).orThrow();
    assertThat(reread(pareto)).isEqualTo(pareto);
    GammaGamma spend =
        GammaGamma.of(6.25, 3.74, 15.44).withProvenance(pareto.findProvenance().orElseThrow());
    assertThat(reread(spend)).isEqualTo(spend);
    assertThat(ChurnJson.toJson(pareto).toString().length()).isLessThan(4096);
  }

  @Test
  void bgBb_ofAnyCadence_roundTripsAndNeedsNoUnit() {
    BgBb bare = BgBb.of(1.204, 0.75, 0.657, 2.783);
    for (Cadence cadence : Cadence.values()) {
      assertThat(reread(bare.withCadence(cadence))).isEqualTo(bare.withCadence(cadence));
    }
    BgBb fitted = BgBb.fit(Bases.simulated(500, 2), Cadence.MONTH).orThrow();
    assertThat(reread(fitted)).isEqualTo(fitted);
    String byHand = """
        {"model":"bg-bb","parameters":{"alpha":1.204,"beta":0.75,"gamma":0.657,"delta":2.783}}
        """;
    assertThat(ChurnJson.toScorer(JsonDocument.parse(byHand))).isEqualTo(bare);
    JsonDocument wrong =
        JsonDocument.parse(byHand.replace("\"parameters\"", "\"unit\":\"hour\",\"parameters\""));
    assertThatThrownBy(() -> ChurnJson.toScorer(wrong))
        .hasMessageContaining("must be day, week, month, quarter, year or opportunity");
  }

  @Test
  void blends_roundTripWithEverythingLearnt() {
    for (int customers : new int[] {700, 60, 1}) {
      Blend blend = Blend.fit(
              customers == 1 ? Bases.regular(13, 21) : Bases.simulated(customers, 2))
          .orThrow();
      assertThat(reread(blend)).isEqualTo(blend);
    }
    JsonDocument damaged =
        JsonDocument.parse(ChurnJson.toJson(Blend.fit(Bases.simulated(700, 2)).orThrow())
            .toString()
            .replaceFirst("\"windows\" : [0-9]", "\"windows\" : 1"));
    assertThatThrownBy(() -> ChurnJson.toScorer(damaged))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("learned.alone.means");
  }

  @ParameterizedTest
  @EnumSource
  void modelsWithCovariates_roundTripAndAreSmall(MadeUp kind) {
    CovariateModel model = kind.fit(kind.customers(600, 2)).orThrow();
    assertThat(reread(model)).isEqualTo(model);
    assertThat(ChurnJson.toJson(model).toString().length()).isLessThan(4096);

    var base = Bases.simulated(60, 2);
    Measure age = Measure.AGE_DAYS;
    CovariateModel ofBase = BgNbd.fit(base, List.of(age)).orThrow();
    assertThat(reread(ofBase)).isEqualTo(ofBase);
    assertThat(((CovariateModel) reread(ofBase)).findProvenance()).isPresent();
    CovariateModel given = CovariateModel.of(
        ofBase.average(),
        List.of(new CovariateColumn(age, 3, 2)),
        List.of(CovariateEffect.of(age, "a", 0.1)));
    assertThat(reread(given)).isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"covariates\",\"version\":1 | \"covariates\",\"version\":2 | version is 2, it must be from 1 to 1",
        "\"bg-nbd\" | \"purchase-cycle\" | average.",
        "\"bg-nbd\" | \"blend\" | average.",
        "\"mean\":0.4 | \"mean\":\"x\" | covariates[0].mean is \"x\", it must be a number",
        "\"deviation\":0.5 | \"deviation\":0 | covariates[0].deviation is 0.0, it must be above 0 and finite",
        "\"contract\" | \" \" | covariates[0].name is \" \", it must not be blank",
        "[0.3] | [] | effects[0].coefficients is \"0 numbers\", it must be one for each of 1 covariates",
        "[0.3] | [\"NaN\"] | effects[0].coefficients[0] is NaN, it must be finite",
        "[0.1] | [-0.1] | its standard error at least 0",
        "\"parameter\":\"alpha\" | \"parameter\":\"beta\" | effects[0].parameter is \"beta\", it must be one of [r, alpha, a, b]",
        "\"covariates\":[ | \"covariates\":[],\"not\":[ | effects[0].coefficients is \"1 numbers\"",
        "\"effects\":[ | \"effects\":[],\"not\":[ | covariates is \"1 with 0 effects\", it must be at least one",
        "\"gain\":2.5 | \"gain\":-2.5 | test.gain is -2.5, it must be at least 0",
        "\"gain\":2.5 | \"loss\":2.5 | test.gain is missing",
      })
  void brokenFileWithCovariates_saysWhereAndWhat(String part, String broken, String message) {
    String file = """
        {"model":"covariates","version":1,"average":%s,
        "covariates":[{"name":"contract","unit":"","mean":0.4,"deviation":0.5}],
        "effects":[{"parameter":"alpha","coefficients":[0.3],"standardErrors":[0.1]}],
        "test":{"gain":2.5,"degreesOfFreedom":1}}
        """.formatted(SMALLEST);
    assertThat(ChurnJson.toScorer(JsonDocument.parse(file))).isInstanceOf(CovariateModel.class);
    JsonDocument json = JsonDocument.parse(file.replace(part, broken));
    assertThatThrownBy(() -> ChurnJson.toScorer(json))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void seasonalModels_roundTripAndAreSmall() {
    SeasonalModel fitted = Seasonal.bgNbd()
        .withGrain(SeasonGrain.WEEK)
        .fit(Bases.simulated(300, 2))
        .orThrow();
    assertThat(reread(fitted)).isEqualTo(fitted);
    assertThat(((SeasonalModel) reread(fitted)).findProvenance()).isPresent();
    assertThat(ChurnJson.toJson(fitted).toString().length()).isLessThan(4096);
    SeasonalModel given = SeasonalModel.of(
        MbgNbd.of(TimeScale.DAY, 0.5, 30, 0.8, 2.4),
        SeasonalProfile.of(SeasonGrain.MONTH, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    assertThat(reread(given)).isEqualTo(given);
    JsonDocument profile = ChurnJson.toJson(given.profile());
    assertThat(ChurnJson.toSeasonalProfile(JsonDocument.parse(profile.toString())))
        .isEqualTo(given.profile());
    assertThatThrownBy(() -> ChurnJson.toSeasonalProfile(ChurnJson.toJson(given)))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("profile is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"seasonal\",\"version\":1 | \"seasonal\",\"version\":9 | version is 9, it must be from 1 to 1",
        "\"bg-nbd\" | \"pareto-nbd\" | process.",
        "\"month\" | \"week\" | factors is \"12 numbers\", it must be 52, each above 0",
        "\"month\" | \"moon\" | grain is \"moon\", it must be month or week",
        "[1, | [0, | factors is \"12 numbers\", it must be 12, each above 0",
        "[1, | [\"x\", | factors[0] is \"x\", it must be a number",
        "\"grain\" | \"grains\" | grain is missing",
      })
  void brokenSeasonalFile_saysWhereAndWhat(String part, String broken, String message) {
    String file = """
        {"model":"seasonal","version":1,"process":%s,
        "grain":"month","factors":[1,1,1,1,1,1,1,1,1,1,1,1]}
        """.formatted(SMALLEST);
    assertThat(ChurnJson.toScorer(JsonDocument.parse(file))).isInstanceOf(SeasonalModel.class);
    JsonDocument json = JsonDocument.parse(file.replace(part, broken));
    assertThatThrownBy(() -> ChurnJson.toScorer(json))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void smallestFile_isRead() {
    assertThat(ChurnJson.toScorer(JsonDocument.parse(SMALLEST)))
        .isEqualTo(BgNbd.of(TimeScale.WEEK, 0.243, 4.414, 0.793, 2.426));
  }

  @Test
  void furtherMembers_areLeftAlone() {
    String fit =
        SMALLEST.replace("{\"model\"", "{\"logLikelihood\":-9582.4,\"verdicts\":[],\"model\"");
    assertThat(ChurnJson.toScorer(JsonDocument.parse(fit))).isInstanceOf(BgNbd.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bg-nbd\" | \"sarima\" | model is \"sarima\", it must be one of [bg-nbd, mbg-nbd, pareto-nbd, mbg-cnbd-k, bg-bb, covariates, seasonal, purchase-cycle, blend]",
        "\"week\" | \"fortnight\" | unit is \"fortnight\", it must be hour, day or week",
        "\"r\" | \"s\" | parameters.r is missing",
        "0.243 | \"x\" | parameters.r is \"x\", it must be a number",
        "0.243 | -1 | parameters.r is -1.0, it must be above 0 and finite",
        "\"unit\" | \"version\":2,\"unit\" | version is 2, it must be from 1 to 1",
      })
  void brokenFile_saysWhereAndWhat(String part, String broken, String message) {
    JsonDocument json = JsonDocument.parse(SMALLEST.replace(part, broken));
    assertThatThrownBy(() -> ChurnJson.toScorer(json))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void otherScorer_isRefused() {
    ChurnScorer own = (base, horizon) -> PurchaseCycle.of(1).score(base, horizon);
    assertThatThrownBy(() -> ChurnJson.toJson(own)).hasMessageContaining("it must be one of");
  }
}
