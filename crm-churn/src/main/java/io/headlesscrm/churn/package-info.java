/**
 * Who will not come back: the interfaces that every churn model implements and the results they give.
 *
 * <p>A {@link io.headlesscrm.churn.ChurnModel} is fitted to a base and gives a
 * {@link io.headlesscrm.churn.FitResult}; the frozen model in it is a {@link io.headlesscrm.churn.ChurnScorer}, which
 * gives {@link io.headlesscrm.churn.ChurnScores} for this base or a later one. The models live in packages below, which
 * this one does not know. Depends on core.
 */
package io.headlesscrm.churn;
