/**
 * The report: one page of HTML that shows who brings the revenue and who is about to leave.
 *
 * <p>The page is self-contained (inline style, inline SVG, no script, nothing loaded), reads on a
 * phone, on a desk and on paper, in English and in Simplified Chinese. Entry types: {@link
 * io.headlesscrm.examples.analyse.report.ReportModel}, plain records that say what is shown, and
 * {@link io.headlesscrm.examples.analyse.report.ReportPage}, which writes it. It depends on the JDK
 * alone: whoever fills the model decides where the figures come from.
 */
@NullMarked
package io.headlesscrm.examples.analyse.report;

import org.jspecify.annotations.NullMarked;
