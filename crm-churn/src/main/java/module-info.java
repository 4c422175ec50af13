/** Who is about to leave, how sure that is, and what it costs. */
@org.jspecify.annotations.NullMarked
module io.headlesscrm.churn {
  requires transitive io.headlesscrm.core;
  requires static transitive org.jspecify;

  exports io.headlesscrm.churn;
  exports io.headlesscrm.churn.bgbb;
  exports io.headlesscrm.churn.bgnbd;
  exports io.headlesscrm.churn.blend;
  exports io.headlesscrm.churn.chart;
  exports io.headlesscrm.churn.cnbd;
  exports io.headlesscrm.churn.covariate;
  exports io.headlesscrm.churn.cycle;
  exports io.headlesscrm.churn.drop;
  exports io.headlesscrm.churn.evaluation;
  exports io.headlesscrm.churn.history;
  exports io.headlesscrm.churn.json;
  exports io.headlesscrm.churn.online;
  exports io.headlesscrm.churn.paretonbd;
  exports io.headlesscrm.churn.process;
  exports io.headlesscrm.churn.propensity;
  exports io.headlesscrm.churn.signal;
  exports io.headlesscrm.churn.season;
  exports io.headlesscrm.churn.spend;
  exports io.headlesscrm.churn.supervised;
  exports io.headlesscrm.churn.value;
  exports io.headlesscrm.churn.warning;
  exports io.headlesscrm.churn.watch;
}
