package org.handbell.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {

    /// As the government announced them.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018 | 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
                "2019 | 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
                "2020 | 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
                "2021 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
                "2022 | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
                "2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
                "2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                "2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                "2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
                "2028 | 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"
            })
    void theBankHolidaysOfAYearAreThoseOfEnglandAndWales(int year, String days) {
        assertThat(BankHolidays.of(year).keySet()).containsExactlyElementsOf(dates(year, days));
    }

    @Property
    void noBankHolidayFallsOnAWeekendAndEachYearHasAtLeastEight(
            @ForAll @IntRange(min = 2018, max = 2199) int year) {
        var days = BankHolidays.of(year).keySet();

        assertThat(days).hasSizeGreaterThanOrEqualTo(8);
        assertThat(days)
                .extracting(LocalDate::getDayOfWeek)
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    private static List<LocalDate> dates(int year, String days) {
        return Arrays.stream(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
    }
}
