/**
 * WHEN ARE WE OPEN: opening hours with holidays and the nights on which clocks are put.
 *
 * <pre>{@code
 * OpeningHours desk = OpeningHours.in(ZoneId.of("Europe/Copenhagen"))
 *         .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0));
 * desk.between(saturdayNoon, mondayTenPastEight);    // PT10M
 * }</pre>
 */
@NullMarked
package io.github.cxkit.metrics.hours;

import org.jspecify.annotations.NullMarked;
