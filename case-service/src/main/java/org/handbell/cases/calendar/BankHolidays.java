package org.handbell.cases.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Bank holidays of England and Wales from 2018 on. Those that come each year are computed; those
/// that a proclamation moved or added are listed, and one that is proclaimed later is entered by
/// the trust as a [ClosedDay].
public final class BankHolidays {

    private static final int VE_DAY_YEAR = 2020;
    private static final int PLATINUM_JUBILEE_YEAR = 2022;
    private static final Map<LocalDate, String> ONCE =
            Map.of(
                    LocalDate.of(PLATINUM_JUBILEE_YEAR, Month.JUNE, 3), "Platinum Jubilee",
                    LocalDate.of(2022, Month.SEPTEMBER, 19), "State Funeral of Queen Elizabeth II",
                    LocalDate.of(2023, Month.MAY, 8), "Coronation of King Charles III");

    private BankHolidays() {}

    public static boolean on(LocalDate day) {
        return of(day.getYear()).containsKey(day);
    }

    /// The bank holidays of a year with their names, in order.
    public static SortedMap<LocalDate, String> of(int year) {
        var days = new TreeMap<LocalDate, String>();
        days.put(onOrAfterWeekend(LocalDate.of(year, Month.JANUARY, 1)), "New Year's Day");
        var easter = easter(year);
        days.put(easter.minusDays(2), "Good Friday");
        days.put(easter.plusDays(1), "Easter Monday");
        days.put(earlyMay(year), "Early May bank holiday");
        days.put(spring(year), "Spring bank holiday");
        days.put(lastMonday(year, Month.AUGUST), "Summer bank holiday");
        christmas(year, days);
        ONCE.forEach((day, name) -> {
            if (day.getYear() == year) {
                days.put(day, name);
            }
        });
        return Collections.unmodifiableSortedMap(days);
    }

    private static LocalDate earlyMay(int year) {
        return year == VE_DAY_YEAR
                ? LocalDate.of(year, Month.MAY, 8)
                : LocalDate.of(year, Month.MAY, 1)
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate spring(int year) {
        return year == PLATINUM_JUBILEE_YEAR
                ? LocalDate.of(year, Month.JUNE, 2)
                : lastMonday(year, Month.MAY);
    }

    /// Each of the two moves on to the next day that is neither weekend nor the other's.
    private static void christmas(int year, SortedMap<LocalDate, String> days) {
        var christmas = LocalDate.of(year, Month.DECEMBER, 25);
        var boxing = christmas.plusDays(1);
        var sunday = christmas.getDayOfWeek() == DayOfWeek.SUNDAY;
        var saturday = christmas.getDayOfWeek() == DayOfWeek.SATURDAY;
        days.put(sunday || saturday ? christmas.plusDays(2) : christmas, "Christmas Day");
        days.put(weekend(boxing) ? boxing.plusDays(2) : boxing, "Boxing Day");
    }

    private static LocalDate onOrAfterWeekend(LocalDate day) {
        return weekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate lastMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    /// Easter Sunday of the Gregorian calendar: the Sunday after the full moon of the church's
    /// tables on or after 21 March.
    private static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var leapsLeftOut = century - century / 4;
        var moonShift = (8 * century + 13) / 25;
        var epact = (19 * golden + leapsLeftOut - moonShift + 15) % 30;
        var late = epact == 29 || epact == 28 && golden > 10 ? 1 : 0;
        var fullMoon = LocalDate.of(year, Month.MARCH, 21).plusDays(epact - late);
        return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }
}
