/**
 * What is to be done to keep a customer: a task that goes from the warning over contact, opinion and plan to its outcome,
 * and what came of all of them.
 *
 * <p>Start at {@link io.headlesscrm.core.service.care.CareTask}. Depends on {@code customer} and what that depends on.
 */
package io.headlesscrm.core.service.care;
