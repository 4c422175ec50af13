/**
 * The commands of the program, one class each, and the options that several of them share.
 *
 * <p>A command reads its input, asks the library and writes a table, a JSON document or the report. Start at {@link
 * io.headlesscrm.examples.analyse.command.AnalyseCommand}.
 */
@NullMarked
package io.headlesscrm.examples.analyse.command;

import org.jspecify.annotations.NullMarked;
