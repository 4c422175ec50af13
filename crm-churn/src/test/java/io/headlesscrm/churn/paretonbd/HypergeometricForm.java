package io.headlesscrm.churn.paretonbd;

/**
 * The likelihood by hypergeometric functions of positive terms (Fader &amp; Hardie 2005, note 009, rearranged into a
 * sum): 2F1(1, g; c; z) = 1 + (g/c) z (1 + ((g + 1)/(c + 1)) z (...)).
 */
final class HypergeometricForm {

  private HypergeometricForm() {}

  static double logLikelihood(ParetoKernel p, int x, double tx, double age) {
    double k = p.r() + p.s() + x;
    double large = Math.max(p.alpha(), p.beta());
    double small = Math.min(p.alpha(), p.beta());
    boolean alphaIsLarge = p.alpha() >= p.beta();
    double e1 = alphaIsLarge ? p.s() + 1 : p.r() + x;
    double g1 = alphaIsLarge ? p.r() + x : p.s() + 1;
    double e2 = alphaIsLarge ? p.s() : p.r() + x + 1;
    double g2 = alphaIsLarge ? p.r() + x + 1 : p.s();
    double left = Math.log(p.s() / k)
        - k * Math.log(large + tx)
        + (1 - e1) * Math.log((small + tx) / (large + tx))
        + lnF(g1, k + 1, (large - small) / (large + tx));
    double alive = Math.log((p.r() + x) / k)
        - k * Math.log(large + age)
        + (1 - e2) * Math.log((small + age) / (large + age))
        + lnF(g2, k + 1, (large - small) / (large + age));
    double lnRising = 0;
    for (int i = 0; i < x; i++) {
      lnRising += Math.log(p.r() + i);
    }
    return lnRising
        + p.r() * Math.log(p.alpha())
        + p.s() * Math.log(p.beta())
        + Math.max(left, alive)
        + Math.log1p(Math.exp(-Math.abs(left - alive)));
  }

  private static double lnF(double g, double c, double z) {
    double term = 1;
    double sum = 1;
    double scale = 0;
    for (int n = 0; n < 50_000_000 && (term > 1e-18 * sum || (g + n) * z > c + n); n++) {
      term *= (g + n) / (c + n) * z;
      sum += term;
      if (sum > 1e250) {
        sum *= 1e-250;
        term *= 1e-250;
        scale += 250 * Math.log(10);
      }
    }
    return Math.log(sum) + scale;
  }
}
